"""How the site is found and reused: what pages say of themselves, sitemaps, feeds, oEmbed (docs/reuse.md)."""
