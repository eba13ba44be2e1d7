"""Storage: one association is one SQLite file. SQL lives here, in `people`, `schedule`, `delivery`, `ui.drafts` and in
features' `store.py`."""
