[playlist]
X-GNOME-Title=A list
NumberOfEntries=3
File1=file:///media/ident.mp4
Title1=Ident
File2=file:///media/caf%C3%A9%20&%20cr%C3%A8me.mp4
Title2=Caffè, “crema”
File3=file:///media/news%20%232.mp4
Title3=News = 2
