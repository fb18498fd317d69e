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
Length4=2400
File5=file:///media/it's%20a%20film.mkv
Title5=Trimmed
Length5=300
File6=https://example.org/a?b=1&c=d e
Title6==SUM(A1)
Length6=630
File7=https://example.org/a?b=1&c=d e
Title7=bell ring next line
Length7=600
File8=file:///media/it's%20a%20film.mkv
Title8=Film
Length8=3600
File9=file:///media/it's%20a%20film.mkv
Title9=Over the end
Length9=3600
NumberOfEntries=9
Version=2
