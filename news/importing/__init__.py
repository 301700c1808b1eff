"""Making draft articles of a news listing: the facts of news.listing, matched with what the database knows."""
