/** The text that a family reads before it says yes or no, version 2027-1, in Danish. */
export const danish20271 = `Samtykke til at dele oplysninger

Vi beder om jeres tilladelse til at dele oplysninger om jeres barn og jer selv. På anmodningen står, hvem der deler med hvem, hvad formålet er, hvilke slags oplysninger det drejer sig om, og hvad der er undtaget. Der deles ikke andet, og ikke med andre.

Det er frivilligt. I kan sige nej, eller ja til kun en del af det. Et nej får ingen betydning for jeres barns plads i institutionen, og I kan stadig få anonym rådgivning.

Er der fælles forældremyndighed, skal I begge sige ja, før oplysninger om barnet deles. Om egne forhold bestemmer den, de handler om. En ung bliver selv spurgt.

I har 14 dage til at svare, fra I har fået teksten. Har I brug for tolk, tæller dagene fra den dag, I har fået teksten på jeres eget sprog. Hører vi ikke fra jer, deles der ingenting.

I kan trække samtykket tilbage når som helst, uden at sige hvorfor. Så stopper delingen med det samme. Det, der allerede er delt lovligt, kan blive stående i sagen.

Et mundtligt samtykke gælder én bestemt deling og skal være på skrift inden 14 dage. Oplysninger om helbred deles kun med skriftligt samtykke, som gælder højst et år. Ellers spørger vi igen efter et år.

Er vi alvorligt bekymrede for et barn, har vi pligt til at underrette kommunen. Det kan et nej til samtykke ikke ændre, og vi fortæller jer det, hvis vi kan.

I kan se, hvad der er delt, få rettet det, der er forkert, og klage til Datatilsynet. Kommunens databeskyttelsesrådgiver hjælper jer.`

/** The same in English. */
export const english20271 = `Consent to share information

We ask for your permission to share information about your child and yourselves. The request says who shares with whom, for what purpose, which kinds of information, and what is excluded. Nothing else is shared, and with nobody else.

It is voluntary. You can say no, or say yes to only some of it. A no does not affect your child's place in the institution, and you can still have anonymous counselling.

Where custody is joint, both of you must say yes before information about the child is shared. About their own matters each person decides for themselves. A young person is asked as well.

You have 14 days to answer, from when you received this text. If you need an interpreter, the days count from when you received it in your own language. If we do not hear from you, nothing is shared.

You can withdraw your consent at any time without giving a reason. Sharing then stops at once. What has already been shared lawfully may stay on file.

An oral consent covers one particular disclosure and must be in writing within 14 days. Health information is shared only with consent in writing, which lasts one year at most. Otherwise we ask again after a year.

If we are seriously worried about a child, we have a duty to notify the municipality. A no to consent cannot change that, and we tell you if we can.

You can see what has been shared, have mistakes corrected, and complain to the Danish Data Protection Agency. The municipality's data protection officer helps you.`
