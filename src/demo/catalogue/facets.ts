import type { Localised } from '../shop/markets';

const same = (text: string): Localised => ({ en: text, de: text, fr: text });

/** Departments, the upper level of the collection tree. */
export const departments = {
    electronics: {
        name: { en: 'Electronics', de: 'Elektronik', fr: 'Électronique' },
        description: {
            en: 'Machines to work, play and take pictures with, and the small things that keep them going.',
            de: 'Geräte zum Arbeiten, Spielen und Fotografieren, und das Zubehör, das sie am Laufen hält.',
            fr: 'De quoi travailler, jouer et photographier, et les accessoires qui vont avec.',
        },
        image: 'jakob-owens-274337',
    },
    'home-garden': {
        name: { en: 'Home & Garden', de: 'Haus & Garten', fr: 'Maison & Jardin' },
        description: {
            en: 'Furniture that lasts, light that flatters and plants that forgive.',
            de: 'Möbel, die bleiben, Licht, das schmeichelt, und Pflanzen, die verzeihen.',
            fr: 'Des meubles qui durent, une lumière qui flatte et des plantes qui pardonnent.',
        },
        image: 'paul-weaver-1120584',
    },
    'sports-outdoor': {
        name: { en: 'Sports & Outdoor', de: 'Sport & Outdoor', fr: 'Sport & Plein air' },
        description: {
            en: 'For the gym, the court, the road and the night in the woods.',
            de: 'Für Studio, Spielfeld, Straße und die Nacht im Wald.',
            fr: 'Pour la salle, le terrain, la route et la nuit en forêt.',
        },
        image: 'michael-guite-571169',
    },
} as const satisfies Record<string, { name: Localised; description: Localised; image: string }>;
type DepartmentCode = keyof typeof departments;

interface Category {
    readonly department: DepartmentCode;
    readonly name: Localised;
    readonly description: Localised;
    readonly image: string;
}

/** Categories, the lower level of the collection tree. */
export const categories = {
    computers: {
        department: 'electronics',
        name: { en: 'Computers', de: 'Computer', fr: 'Ordinateurs' },
        description: {
            en: 'Laptops, tablets, desktops and screens.',
            de: 'Laptops, Tablets, Desktop-PCs und Bildschirme.',
            fr: 'Portables, tablettes, ordinateurs de bureau et écrans.',
        },
        image: 'alexandru-acea-686569',
    },
    accessories: {
        department: 'electronics',
        name: { en: 'Computer accessories', de: 'Computerzubehör', fr: 'Accessoires informatiques' },
        description: {
            en: 'Keyboards, mice, memory, drives and the right cable.',
            de: 'Tastaturen, Mäuse, Speicher, Laufwerke und das richtige Kabel.',
            fr: 'Claviers, souris, mémoire, disques et le bon câble.',
        },
        image: 'juan-gomez-674574',
    },
    cameras: {
        department: 'electronics',
        name: { en: 'Cameras', de: 'Kameras', fr: 'Appareils photo' },
        description: {
            en: 'Film and digital, lenses and a steady place to put them.',
            de: 'Analog und digital, Objektive und ein fester Stand dafür.',
            fr: 'Argentique et numérique, objectifs et de quoi les poser.',
        },
        image: 'eniko-kis-663725',
    },
    furniture: {
        department: 'home-garden',
        name: { en: 'Furniture', de: 'Möbel', fr: 'Meubles' },
        description: {
            en: 'Sofas, chairs and tables made to be used every day.',
            de: 'Sofas, Stühle und Tische für jeden Tag.',
            fr: 'Canapés, chaises et tables faits pour servir tous les jours.',
        },
        image: 'nathan-fertig-249917',
    },
    plants: {
        department: 'home-garden',
        name: { en: 'Plants', de: 'Pflanzen', fr: 'Plantes' },
        description: {
            en: 'From the windowsill to the shady corner, each with a word on its care.',
            de: 'Vom Fensterbrett bis zur schattigen Ecke, jede mit einem Wort zur Pflege.',
            fr: 'Du rebord de fenêtre au coin d’ombre, chacune avec un mot d’entretien.',
        },
        image: 'alex-rodriguez-santibanez-200278',
    },
    decor: {
        department: 'home-garden',
        name: { en: 'Lighting & Decor', de: 'Licht & Deko', fr: 'Luminaires & Déco' },
        description: {
            en: 'The last touches that make a room yours.',
            de: 'Der letzte Schliff für einen Raum, der Ihnen gehört.',
            fr: 'Les dernières touches qui font une pièce à vous.',
        },
        image: 'pierre-chatel-innocenti-483198',
    },
    training: {
        department: 'sports-outdoor',
        name: { en: 'Training & Ball games', de: 'Training & Ballsport', fr: 'Entraînement & Ballons' },
        description: {
            en: 'Balls, gloves and ropes for every session.',
            de: 'Bälle, Handschuhe und Seile für jede Einheit.',
            fr: 'Ballons, gants et cordes pour chaque séance.',
        },
        image: 'neonbrand-428982',
    },
    outdoor: {
        department: 'sports-outdoor',
        name: { en: 'Bikes & Outdoor', de: 'Rad & Outdoor', fr: 'Vélo & Plein air' },
        description: {
            en: 'Wheels and shelter for a day, or a week, away.',
            de: 'Räder und Unterschlupf für einen Tag oder eine Woche draußen.',
            fr: 'Des roues et un abri pour une journée, ou une semaine, dehors.',
        },
        image: 'mikkel-bech-748940',
    },
    footwear: {
        department: 'sports-outdoor',
        name: { en: 'Footwear', de: 'Schuhe', fr: 'Chaussures' },
        description: {
            en: 'Running shoes, court shoes and canvas for the rest of the day.',
            de: 'Laufschuhe, Hallenschuhe und Canvas für den Rest des Tages.',
            fr: 'Chaussures de course, de terrain et en toile pour le reste de la journée.',
        },
        image: 'thomas-serer-420833',
    },
} as const satisfies Record<string, Category>;
export type CategoryCode = keyof typeof categories;

/** All invented. */
export const brands = {
    aldermoor: same('Aldermoor'),
    brightwell: same('Brightwell'),
    corvane: same('Corvane'),
    fennick: same('Fennick'),
    halden: same('Halden'),
    kestrelle: same('Kestrelle'),
    lumora: same('Lumora'),
    nordlund: same('Nordlund'),
    oakhurst: same('Oakhurst'),
    pacewell: same('Pacewell'),
    tavira: same('Tavira'),
    veldt: same('Veldt'),
} as const satisfies Record<string, Localised>;
export type BrandCode = keyof typeof brands;

export const colours = {
    black: { en: 'Black', de: 'Schwarz', fr: 'Noir' },
    white: { en: 'White', de: 'Weiß', fr: 'Blanc' },
    grey: { en: 'Grey', de: 'Grau', fr: 'Gris' },
    silver: { en: 'Silver', de: 'Silber', fr: 'Argent' },
    brown: { en: 'Brown', de: 'Braun', fr: 'Marron' },
    wood: { en: 'Natural wood', de: 'Naturholz', fr: 'Bois naturel' },
    red: { en: 'Red', de: 'Rot', fr: 'Rouge' },
    orange: { en: 'Orange', de: 'Orange', fr: 'Orange' },
    yellow: { en: 'Yellow', de: 'Gelb', fr: 'Jaune' },
    green: { en: 'Green', de: 'Grün', fr: 'Vert' },
    mint: { en: 'Mint', de: 'Mint', fr: 'Menthe' },
    blue: { en: 'Blue', de: 'Blau', fr: 'Bleu' },
} as const satisfies Record<string, Localised>;
export type ColourCode = keyof typeof colours;

export interface FacetData {
    readonly code: string;
    readonly name: Localised;
    readonly values: Readonly<Record<string, Localised>>;
}

const namesOf = (entries: Readonly<Record<string, { readonly name: Localised }>>) =>
    Object.fromEntries(Object.entries(entries).map(([code, { name }]) => [code, name]));

export const facets: readonly FacetData[] = [
    {
        code: 'category',
        name: { en: 'Category', de: 'Kategorie', fr: 'Catégorie' },
        values: namesOf({ ...departments, ...categories }),
    },
    { code: 'brand', name: { en: 'Brand', de: 'Marke', fr: 'Marque' }, values: brands },
    { code: 'colour', name: { en: 'Colour', de: 'Farbe', fr: 'Couleur' }, values: colours },
];
