[playlist]
Version=2
NumberOfEntries=3
File1=/media/ident.mp4
Title1=
Length1=3
File2=/media/café & crème.mp4
Title2=
Length2=8
File3=/media/news.mp4
Title3=
Length3=20
