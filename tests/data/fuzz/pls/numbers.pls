[PLAYLIST]
File2147483647=/a.mp4
File99999999999999999999=/b.mp4
file0=/c.mp4
FILE01=/d.mp4
Length01=-1
Title5=no file
Length2147483647=1e308
File-1=/e
numberofentries=999999999
Version=2
File7=
File8=javascript:x
File9=https://x/%zz
Length9=12:30
