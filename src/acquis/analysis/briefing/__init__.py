"""THE RECORD OF TWO PARTIES → A BRIEF: one file a section."""
