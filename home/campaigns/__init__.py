"""Pages of a campaign, and how many came by each: two counters a campaign, without a person, a cookie or a time."""
