"""Somebody without an account proves an address, in this browser, with six digits from a mail.

    codes.ask(request, "booking", "post@voorbeeld.nl")   # False: this client came too often
    codes.confirm(request, "booking", "123456")          # True: proved
    codes.known(request, "booking")                      # "post@voorbeeld.nl", for two hours

A room that wants an address shows `views.ask_page` and `views.confirm_page` at addresses of its own, which stand in
settings.PAGE_CACHE_NEVER. Each purpose is proved by itself.
"""
