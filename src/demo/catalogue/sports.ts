import { type ProductData, variant } from './product.types';

export const sports: readonly ProductData[] = [
    {
        image: 'stoica-ionela-530966',
        name: { en: 'Pacewell Skipping Rope', de: 'Pacewell Springseil', fr: 'Corde à sauter Pacewell' },
        description: {
            en: 'The cheapest gym there is. Cotton rope that hangs well in the air, wooden handles that grow smoother with the years. Knot it to your length.',
            de: 'Das billigste Fitnessstudio, das es gibt. Baumwollseil, das gut in der Luft liegt, Holzgriffe, die mit den Jahren glatter werden. Auf die eigene Länge knoten.',
            fr: 'La salle de sport la moins chère qui soit. Une corde en coton qui vole bien, des poignées en bois que les années polissent. Nouez-la à votre taille.',
        },
        category: 'training',
        brand: 'pacewell',
        colours: ['orange'],
        variants: [variant('PAC-SKP-01', [], [14.95, 11.95, 12.95])],
    },
    {
        image: 'neonbrand-428982',
        name: { en: 'Pacewell Boxing Gloves', de: 'Pacewell Boxhandschuhe', fr: 'Gants de boxe Pacewell' },
        description: {
            en: 'Layered foam for the bag and for patient partners. The wide cuff holds the wrist straight, and the palms are perforated, which your gym bag will appreciate.',
            de: 'Mehrlagiger Schaum für den Sack und für geduldige Partner. Die breite Manschette hält das Handgelenk gerade, und die Handflächen sind perforiert, was Ihre Sporttasche begrüßen wird.',
            fr: 'Des mousses superposées pour le sac et les partenaires patients. Le large poignet maintient l’articulation, et les paumes perforées feront plaisir à votre sac de sport.',
        },
        category: 'training',
        brand: 'pacewell',
        colours: ['red', 'white'],
        optionGroups: ['weight'],
        variants: [
            variant('PAC-BOX-10', ['10oz'], [49.95, 42.95, 47.95]),
            variant('PAC-BOX-12', ['12oz'], [49.95, 42.95, 47.95]),
            variant('PAC-BOX-14', ['14oz'], [54.95, 46.95, 51.95], 'some'),
        ],
    },
    {
        image: 'nik-shuliahin-619349',
        name: {
            en: 'Pacewell Match Football',
            de: 'Pacewell Spielball Fußball',
            fr: 'Ballon de match Pacewell',
        },
        description: {
            en: 'Thermally bonded, so rain stays outside and the flight stays true. Survives gravel, goalposts and the older brother. Pump not included, enthusiasm required.',
            de: 'Thermisch verklebt: Regen bleibt draußen, die Flugbahn bleibt gerade. Überlebt Schotter, Pfosten und den großen Bruder. Pumpe nicht enthalten, Begeisterung erforderlich.',
            fr: 'Assemblé à chaud : la pluie reste dehors, la trajectoire reste droite. Il survit au gravier, aux poteaux et au grand frère. Pompe non fournie, enthousiasme exigé.',
        },
        category: 'training',
        brand: 'pacewell',
        colours: ['white', 'blue'],
        variants: [variant('PAC-FTB-05', [], [39.95, 32.95, 36.95])],
    },
    {
        image: 'ben-hershey-574483',
        name: {
            en: 'Pacewell Tennis Balls, Tube of Four',
            de: 'Pacewell Tennisbälle, 4er-Dose',
            fr: 'Balles de tennis Pacewell, tube de quatre',
        },
        description: {
            en: 'Pressurised balls with a felt that stays fluffy for three long matches. After that, the dog takes over.',
            de: 'Druckbälle mit einem Filz, der drei lange Spiele übersteht. Danach übernimmt der Hund.',
            fr: 'Des balles à pression dont le feutre tient trois longs matchs. Ensuite, le chien prend le relais.',
        },
        category: 'training',
        brand: 'pacewell',
        colours: ['yellow', 'green'],
        variants: [variant('PAC-TEN-04', [], [12.95, 9.95, 10.95])],
    },
    {
        image: 'tommy-bebo-600358',
        name: {
            en: 'Pacewell Street Basketball',
            de: 'Pacewell Streetbasketball',
            fr: 'Ballon de basket Pacewell Street',
        },
        description: {
            en: 'Deep channels and a rubber skin that grips asphalt, not just parquet. Size 7 for men’s games, 6 for women’s and 5 for those who still grow.',
            de: 'Tiefe Rillen und eine Gummihaut, die auf Asphalt genauso greift wie auf Parkett. Größe 7 für Herren, 6 für Damen und 5 für alle, die noch wachsen.',
            fr: 'Des rainures profondes et une peau de caoutchouc qui accroche l’asphalte autant que le parquet. Taille 7 pour les hommes, 6 pour les femmes, 5 pour ceux qui grandissent encore.',
        },
        category: 'training',
        brand: 'pacewell',
        colours: ['orange'],
        optionGroups: ['ball-size'],
        variants: [
            variant('PAC-BSK-05', ['ball-5'], [27.95, 22.95, 25.95]),
            variant('PAC-BSK-06', ['ball-6'], [29.95, 24.95, 27.95]),
            variant('PAC-BSK-07', ['ball-7'], [29.95, 24.95, 27.95]),
        ],
    },
    {
        image: 'mikkel-bech-748940',
        name: {
            en: 'Aldermoor Col Road Bike',
            de: 'Aldermoor Col Rennrad',
            fr: 'Vélo de route Aldermoor Col',
        },
        description: {
            en: 'A carbon frame for long climbs and quick descents, painted in a black that swallows light. Twenty-two gears, disc brakes, 7.8 kilos. We set it up, you turn the handlebars and ride.',
            de: 'Ein Carbonrahmen für lange Anstiege und schnelle Abfahrten, in einem Schwarz, das Licht schluckt. Zweiundzwanzig Gänge, Scheibenbremsen, 7,8 Kilo. Wir stellen alles ein, Sie drehen den Lenker gerade und fahren los.',
            fr: 'Un cadre carbone pour les longues montées et les descentes rapides, d’un noir qui avale la lumière. Vingt-deux vitesses, freins à disque, 7,8 kilos. Nous réglons tout ; vous redressez le guidon et partez.',
        },
        category: 'outdoor',
        brand: 'aldermoor',
        colours: ['black'],
        optionGroups: ['frame-size'],
        variants: [
            variant('ALD-COL-52', ['52cm'], [2490, 2190, 2490], 'low'),
            variant('ALD-COL-54', ['54cm'], [2490, 2190, 2490], 'some'),
            variant('ALD-COL-56', ['56cm'], [2490, 2190, 2490], 'some'),
            variant('ALD-COL-58', ['58cm'], [2490, 2190, 2490], 'none'),
        ],
    },
    {
        image: 'michael-guite-571169',
        name: {
            en: 'Aldermoor Clearing Tent',
            de: 'Aldermoor Zelt Lichtung',
            fr: 'Tente Aldermoor Clairière',
        },
        description: {
            en: 'Two people, two rucksacks, ten minutes. The dome stands without pegs, so you can move it when the ground turns out to have roots. Seams taped, 2.9 kilos, and a yellow that makes grey mornings bearable.',
            de: 'Zwei Personen, zwei Rucksäcke, zehn Minuten. Die Kuppel steht ohne Heringe, man kann sie also versetzen, wenn sich Wurzeln melden. Nähte getaped, 2,9 Kilo, und ein Gelb, das graue Morgen erträglich macht.',
            fr: 'Deux personnes, deux sacs à dos, dix minutes. Le dôme tient sans sardines : on le déplace quand les racines se font sentir. Coutures étanches, 2,9 kilos et un jaune qui rend supportables les matins gris.',
        },
        category: 'outdoor',
        brand: 'aldermoor',
        colours: ['yellow'],
        variants: [variant('ALD-TNT-02', [], [229, 199, 229])],
    },
    {
        image: 'max-tarkhov-737999',
        name: { en: 'Fennick Penny Cruiser', de: 'Fennick Mini-Cruiser', fr: 'Mini-cruiser Fennick' },
        description: {
            en: 'Fifty-six centimetres of red plastic that fit under a desk and beat the bus to the station. Soft wheels, a kicked tail and a bend that comes back for more.',
            de: 'Sechsundfünfzig Zentimeter roter Kunststoff, die unter den Schreibtisch passen und schneller am Bahnhof sind als der Bus. Weiche Rollen, ein hochgezogenes Heck und viel Nachgiebigkeit.',
            fr: 'Cinquante-six centimètres de plastique rouge qui se rangent sous un bureau et arrivent à la gare avant le bus. Roues souples, talon relevé et une planche qui en redemande.',
        },
        category: 'outdoor',
        brand: 'fennick',
        colours: ['red'],
        variants: [variant('FEN-PEN-01', [], [59, 49, 55])],
    },
];
