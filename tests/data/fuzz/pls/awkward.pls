[playlist]
File1=file:///media/caf%C3%A9%20&%20cr%C3%A8me%20%231.mp4
Title1=News, “live” & <more>
Length1=3600
File2=https://example.org/a?b=1&c=d e
Title2=Say "hi", you
Length2=1800
File3=file:///media/it's%20a%20film.mkv
Title3=שלום العالم
Length3=2700
File4=file:///media/it's%20a%20film.mkv
Title4=🎬 Night 👩‍👩‍👧‍👦 𝐁
