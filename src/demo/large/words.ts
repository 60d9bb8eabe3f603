import type { CategoryCode } from '../catalogue/facets';
import type { Localised } from '../shop/markets';

const words = (en: string, de: string, fr: string): Localised => ({ en, de, fr });

/** What a generated product is, by category. */
export const nouns: Readonly<Record<CategoryCode, readonly Localised[]>> = {
    computers: [
        words('Laptop', 'Laptop', 'Portable'),
        words('Tablet', 'Tablet', 'Tablette'),
        words('Desktop PC', 'Desktop-PC', 'PC de bureau'),
        words('Monitor', 'Monitor', 'Moniteur'),
    ],
    accessories: [
        words('Keyboard', 'Tastatur', 'Clavier'),
        words('Mouse', 'Maus', 'Souris'),
        words('Drive', 'Laufwerk', 'Disque'),
        words('Docking Station', 'Dockingstation', 'Station d’accueil'),
    ],
    cameras: [
        words('Camera', 'Kamera', 'Appareil photo'),
        words('Lens', 'Objektiv', 'Objectif'),
        words('Tripod', 'Stativ', 'Trépied'),
        words('Flash', 'Blitz', 'Flash'),
    ],
    furniture: [
        words('Chair', 'Stuhl', 'Chaise'),
        words('Table', 'Tisch', 'Table'),
        words('Sofa', 'Sofa', 'Canapé'),
        words('Shelf', 'Regal', 'Étagère'),
    ],
    plants: [
        words('Fern', 'Farn', 'Fougère'),
        words('Cactus', 'Kaktus', 'Cactus'),
        words('Orchid', 'Orchidee', 'Orchidée'),
        words('Ivy', 'Efeu', 'Lierre'),
    ],
    decor: [
        words('Lamp', 'Leuchte', 'Lampe'),
        words('Vase', 'Vase', 'Vase'),
        words('Mirror', 'Spiegel', 'Miroir'),
        words('Candle Holder', 'Kerzenhalter', 'Bougeoir'),
    ],
    training: [
        words('Ball', 'Ball', 'Ballon'),
        words('Dumbbell', 'Hantel', 'Haltère'),
        words('Yoga Mat', 'Yogamatte', 'Tapis de yoga'),
        words('Racket', 'Schläger', 'Raquette'),
    ],
    outdoor: [
        words('Tent', 'Zelt', 'Tente'),
        words('Bike', 'Fahrrad', 'Vélo'),
        words('Rucksack', 'Rucksack', 'Sac à dos'),
        words('Sleeping Bag', 'Schlafsack', 'Sac de couchage'),
    ],
    footwear: [
        words('Running Shoes', 'Laufschuhe', 'Chaussures de course'),
        words('Boots', 'Stiefel', 'Bottes'),
        words('Sandals', 'Sandalen', 'Sandales'),
        words('Trainers', 'Sneaker', 'Baskets'),
    ],
};

export const series =
    'Ridge Harbour Ember Linden Quarry Tide Meadow Summit Willow Anchor Comet Delta Flint Grove Juniper Lagoon Marsh Orchard Prairie Slate'.split(
        ' ',
    );

export const openings: readonly Localised[] = [
    words('built to be used every day.', 'für jeden Tag gebaut.', 'conçu pour servir tous les jours.'),
    words(
        'simple, sound and easy to repair.',
        'schlicht, solide und leicht zu reparieren.',
        'simple, solide et facile à réparer.',
    ),
    words(
        'our answer to a question that many customers asked.',
        'unsere Antwort auf eine Frage vieler Kunden.',
        'notre réponse à une question de nombreux clients.',
    ),
    words('light, strong and made to last.', 'leicht, stabil und langlebig.', 'léger, robuste et durable.'),
    words('a good choice to begin with.', 'eine gute Wahl für den Anfang.', 'un bon choix pour commencer.'),
];

export const closings: readonly Localised[] = [
    words('Guaranteed for three years.', 'Drei Jahre Garantie.', 'Garanti trois ans.'),
    words('Packed without plastic.', 'Ohne Plastik verpackt.', 'Emballé sans plastique.'),
    words(
        'Spare parts are always in stock.',
        'Ersatzteile sind immer vorrätig.',
        'Pièces détachées toujours en stock.',
    ),
    words('Comes with everything you need.', 'Mit allem, was man braucht.', 'Livré avec tout le nécessaire.'),
    words(
        'Tested by us before it was listed.',
        'Von uns geprüft, bevor es ins Sortiment kam.',
        'Testé par nos soins avant d’être proposé.',
    ),
];
