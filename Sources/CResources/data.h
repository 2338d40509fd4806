// Dated rules of the platforms: rates, markets and payments. How to read this list: CResources.c.

RESOURCE("data/in-chat-payments.csv")
#embed "data/in-chat-payments.csv" limit(BYTES)
END
RESOURCE("data/markets.csv")
#embed "data/markets.csv" limit(BYTES)
END
RESOURCE("data/rates-2026-07-01.csv")
#embed "data/rates-2026-07-01.csv" limit(BYTES)
END
RESOURCE("data/rates-2026-10-01.csv")
#embed "data/rates-2026-10-01.csv" limit(BYTES)
END
