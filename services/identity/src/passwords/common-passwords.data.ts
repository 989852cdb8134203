/** Well-known passwords in lower case, blank-separated; what lists of leaked passwords have at their top. */
export const COMMON = `
123456 password 12345678 qwerty 123456789 12345 1234 111111 1234567 dragon 123123 baseball abc123
football monkey letmein shadow master 696969 mustang 666666 qwertyuiop 123321 1234567890 654321 superman
1qaz2wsx 7777777 121212 000000 qazwsx 123qwe killer trustno1 jordan jennifer zxcvbnm asdfgh hunter
buster soccer harley batman andrew tigger sunshine iloveyou 2000 charlie robert thomas hockey ranger
daniel starwars klaster 112233 george computer michelle jessica pepper 1111 zxcvbn 555555 11111111
131313 freedom 777777 pass maggie 159753 aaaaaa ginger princess joshua cheese amanda summer love ashley
6969 nicole chelsea biteme matthew access yankees 987654321 dallas austin thunder taylor matrix william
corvette hello martin heather secret merlin diamond 1234qwer hammer silver 222222 88888888 anthony
justin test bailey q1w2e3r4t5 patrick internet scooter orange 11111 golfer cookie richard samantha
bigdog guitar jackson whatever mickey chicken sparky snoopy maverick phoenix camaro peanut morgan
welcome falcon cowboy ferrari samsung andrea smokey steelers joseph mercedes dakota arsenal eagles
melissa boomer booboo spider nascar monster tigers yellow 123123123 gateway marina diablo bulldog
qwer1234 compaq purple hardcore banana junior hannah 123654 porsche lakers iceman money cowboys 987654
london tennis 999999 ncc1701 coffee scooby 0000 miller boston q1w2e3r4 brandon yamaha chester mother
forever johnny edward 333333 oliver redsox player nikita knight fender barney midnight please brandy
chicago badboy slayer rangers charles angel flower rabbit wizard bigdaddy jasper enter rachel chris
steven winner adidas victoria natasha 1q2w3e4r jasmine winter prince marine ghbdtn fishing cocacola
casper james 232323 raiders 888888 marlboro gandalf asdfasdf crystal 87654321 12344321 golden 8675309
panther lauren angela thx1138 angels madison winston shannon mike toyota jordan23 canada sophie apples
tiger razz 123abc pokemon qazxsw 55555 qwaszx muffin johnson murphy cooper jonathan liverpoo david
danielle 159357 jackie 1990 123456a 789456 turtle abcd1234 scorpion qazwsxedc 101010 butter carlos
dennis slipknot qwerty123 asdf 1991 black startrek 12341234 cameron newyork rainbow nathan john 1992
rocket viking redskins asdfghjkl 1212 sierra peaches gemini doctor wilson sandra helpme qwertyui florida
dolphin pookie captain tucker blue liverpool theman bandit dolphins maddog packers jaguar lovers
nicholas united tiffany maxwell zzzzzz nirvana jeremy stupid monica elephant giants hotdog rosebud
success debbie mountain xxxxxxxx warrior 1q2w3e4r5t q1w2e3 123456q albert metallic lucky azerty 7777
alex bond007 alexis 1111111 samson 5150 willie scorpio bonnie gators benjamin voodoo driver dexter 2112
jason calvin freddy 212121 creative 12345a sydney rush2112 1989 asdfghjk bubba 4815162342 passw0rd
trouble gunner happy fucking gordon legend jessie stella qwert eminem arthur apple nissan bear america
1qazxsw2 nothing parker 4444 rebecca qweqwe garfield 01012011 beavis 69696969 jack asdasd december 2222
102030 252525 11223344 magic apollo skippy 315475 girls kitten golf copper braves shelby godzilla beaver
fred tomcat august buddy airborne 1993 1988 lifehack qqqqqq brooklyn animal platinum phantom online
darkness dodger 147147 francis guest power p@ssw0rd p@ssword pa$$word pa$$w0rd passwort kennwort passwd
password1 admin administrator root changeme default login user welcome1 letmein1 iloveyou1 schatz hallo
hallo123 geheim sommer winter1 frühling herbst qwertz qwertzuiop autumn spring january february march
april july september october november monday tuesday wednesday thursday friday saturday sunday
motdepasse bonjour soleil contraseña senha parol wachtwoord hejsan salasana lozinka haslo heslo jelszo
sifre zaq12wsx zaq1zaq1 qwe123 1q2w3e 1qaz!qaz !qaz2wsx abcdef abcdefg abcdefgh abc12345 a1b2c3 a1b2c3d4
aa123456 pass123 pass1234 password12 password123 password1234 test123 test1234 temp temp123 demo demo123
company company1 hello123 superuser sysadmin support vendor license google facebook linkedin microsoft
windows linux ubuntu oracle mysql postgres football1 baseball1 princess1 dragon1 monkey1 sunshine1
master1 shadow1 michael michael1 charlie1 donald trump jesus jesus1 god faith blessed christ naruto
minecraft fortnite roblox pikachu batman1 superman1 spiderman ironman avengers starwars1 matrix1 solo
killer1 family friends loveme lovely sweet honey babygirl baby angel1 princesa teamo estrella tequiero
mariposa amor corazon chocolate alexander elizabeth
willkommen ichliebedich liebling schatzi mausi hase hasi sonnenschein sonne fussball fußball urlaub kaffee
mutter vater familie freunde deutschland österreich schweiz hamburg münchen muenchen köln koeln frankfurt stuttgart
düsseldorf dresden leipzig wien zürich januar februar märz mai juni juli oktober dezember montag dienstag mittwoch
donnerstag freitag samstag sonntag geburtstag weihnachten ostern schalke borussia bayern werder computer1 rechner
drucker arbeit büro buero chef firma betrieb vertrieb einkauf buchhaltung empfang praktikant kunde kunden lieferant
sicherheit lizenz licence licenses activation serial security endpoint shield antivirus firewall helpdesk servicedesk
office sales marketing finance server laptop backup network customer client portal console intern covid covid19
corona corona2020 jetaime bienvenue marseille france paris amour doudou chouchou coucou printemps automne hiver
janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi
samedi dimanche hola bienvenido españa barcelona realmadrid madrid mexico argentina verano invierno primavera otoño
enero febrero marzo mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves
viernes sábado domingo tequieromucho ciao benvenuto tiamo juventus italia amore roma napoli milano inverno gennaio
febbraio aprile maggio giugno luglio settembre ottobre dicembre bemvindo obrigado brasil flamengo corinthians
saudade portugal benfica voetbal zomer lente herfst welkom welkom01 nederland amsterdam liefde polska kochamcie
witaj warszawa kochanie lato zima ahoj praha miláček merhaba galatasaray fenerbahçe beşiktaş hoşgeldiniz istanbul
türkiye aşkım välkommen sommar sverige stockholm kärlek velkommen danmark norge sommer1 tervetuloa kissa koira suomi
szeretlek budapest bineativenit romania dragoste любовь привет москва россия солнышко спартак йцукен наташа
woaini nihao aishiteru konnichiwa sakura annyeong namaste india pakistan bismillah allah
`;

/** Well-known words for what is no choice at all, in lower case, blank-separated. */
export const PLACEHOLDERS = `
password passwort kennwort motdepasse contraseña senha parola parole пароль parol wachtwoord hasło heslo şifre lösenord
salasana jelszó lozinka adgangskode passord admin administrator login welcome willkommen bienvenue bienvenido benvenuto
bemvindo welkom test changeme default secret geheim user root letmein qwerty start neu
`;
