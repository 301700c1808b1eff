"""What a public page says to caches while nothing is about to end by itself."""

PUBLIC_CACHING = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=600"
