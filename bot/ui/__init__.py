"""What people see and press: the router of buttons and forms, drafts, cards, panels, pages."""
