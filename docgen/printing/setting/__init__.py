"""`tree.Document` → finished pages (`sheet.Sheets`): where Word puts what."""
