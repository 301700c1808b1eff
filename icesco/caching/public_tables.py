"""Which rows readers see something of. Each model of ours is in one of the two lists; a test says which is missing."""

# A change of anything in them changes pages; of an edition only what is named does: drafting is nobody's business.
PUBLIC = {
    "news.Address": (),
    "news.Appearance": (),
    "news.Article": (),
    "news.Article_member_states": (),
    "news.Article_sectors": (),
    "news.Attachment": (),
    "news.Correction": (),
    "news.Edition": (
        *("visibility", "slug", "permalink_on", "first_public_at"),
        *("changed_at", "withdrawn_at", "expires_at", "live_revision_id"),
    ),
    "news.GalleryPicture": (),
    "news.LeadPin": (),
    "news.Listing": (),
    "news.NameEntry": (),
    "news.Picture": (),
    "news.SearchEntry": (),
    "news.Tag": (),
    "news.TagRedirect": (),
    "news.TaggedArticle": (),
    "news.Video": (),
    "people.MemberState": (),
    "people.Person": (),
    "people.Place": (),
    "people.Portrait": (),
    "people.Redirect": (),
    "people.Sector": (),
    "icesco.InstitutionPage": (),
    "icesco.PageRevision": (),
    "icesco.PressContact": (),
}
PRIVATE = {
    # The desk: work, its log, and words that no reader has seen. What is published of them is in Article and Edition.
    *("news.Assignment", "news.BinnedText", "news.DeskPreference", "news.LinkProposal", "news.OpenText"),
    *("news.Preview", "news.Publication", "news.Release", "news.ReleasePart", "news.Revision", "news.Task"),
    *("news.Transition", "news.TypedText", "news.Waiver", "news.WorkItem", "news.ImportedStory", "news.BodyPicture"),
    # What helps translators and the importer.
    *("news.MemorySentence", "news.MemoryUnit", "news.Term"),
    *("people.MemberStateName", "people.PersonName", "people.PlaceName", "people.SectorName"),
    # The door of the desk, and this very count.
    *("icesco.SignInCount", "icesco.SiteVersion"),
}
APPS = ("news", "people", "icesco")  # feedback shows readers nothing of what it keeps
