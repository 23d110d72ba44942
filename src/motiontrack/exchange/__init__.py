"""To and from other programs: Excel forms, tables, the calendar, CSV."""
