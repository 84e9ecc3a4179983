"""Where campaigns stand; an administrator makes one below it."""

from portal.content.parts import FixedPage, Words

CAMPAIGNS = FixedPage(
    slug="campagne",
    model="home.CampaignIndexPage",
    nl=Words(
        title="Campagnes", intro="Kwam je hier door een poster, een kaart of een bericht? Kies waar het over ging."
    ),
    en=Words(title="Campaigns", intro="Did a poster, a card or a message bring you here? Choose what it was about."),
)
