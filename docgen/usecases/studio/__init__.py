"""What people do with templates: draft, have checked, hand in, approve, publish, withdraw, roll back, look up.

versions   what is kept: items, their versions, events; people, companies and rights; letters issued
shelf      where it is kept: the port that `docgen.storage` fills
rights     who may do what; every page, call and command asks here
people     who is entered by whom; units: the companies as a tree
lifecycle  draft → in review → published → withdrawn
breaking   what a new version asks for that letters before did not have
shipping   what ships, as versions; never over a lawyer's
resolving  which versions make a letter, on its day, for its creditor's unit
composed   these versions put together to the Word file that is compiled
fitting    the template that makes a letter, compiled once for each content
examining  what an uploaded file shows (review: read with the letters it makes; trying: those letters)
kinds      letters of the company's own
sealing    who may put the picture of a seal on a letter
issuing    letters that went out, and the same bytes again
putting    a file becomes a draft, once however often it is sent
folder     versions as files: what each is called, and a shelf over files that keeps nothing
carrying   versions out of the shelf as files, files back in as drafts
told       all of it as plain documents, for the API and the command line
"""
