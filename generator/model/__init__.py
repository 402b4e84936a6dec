"""Plain records that every stage shares; they import nothing of ours."""
