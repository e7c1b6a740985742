"""What people do with templates: draft, have checked, hand in, approve, publish, withdraw, roll back, look up.

versions   what is kept: items, their versions, events; people, companies and rights; letters issued
shelf      where it is kept: the port that `docgen.storage` fills
rights     who may do what; every page, call and command asks here
lifecycle  draft → in review → published → withdrawn
"""
