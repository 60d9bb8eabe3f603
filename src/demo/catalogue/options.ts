import type { Localised } from '../shop/markets';

const same = (text: string): Localised => ({ en: text, de: text, fr: text });
const inch = (size: number): Localised => ({ en: `${size} inch`, de: `${size} Zoll`, fr: `${size} pouces` });
const gigabytes = (size: number): Localised => ({ en: `${size} GB`, de: `${size} GB`, fr: `${size} Go` });
const terabytes = (size: number): Localised => ({ en: `${size} TB`, de: `${size} TB`, fr: `${size} To` });
const metres = (size: number): Localised => same(`${size} m`);

/** What a shopper chooses between on a product's page. */
export const optionGroups = {
    screen: { en: 'Screen size', de: 'Bildschirmgröße', fr: 'Taille de l’écran' },
    memory: { en: 'Memory', de: 'Arbeitsspeicher', fr: 'Mémoire' },
    storage: { en: 'Storage', de: 'Speicherplatz', fr: 'Stockage' },
    length: { en: 'Length', de: 'Länge', fr: 'Longueur' },
    'shoe-size': { en: 'Size', de: 'Größe', fr: 'Pointure' },
    'frame-size': { en: 'Frame size', de: 'Rahmengröße', fr: 'Taille du cadre' },
    weight: { en: 'Weight', de: 'Gewicht', fr: 'Poids' },
    colour: { en: 'Colour', de: 'Farbe', fr: 'Couleur' },
    'pot-size': { en: 'Pot', de: 'Topf', fr: 'Pot' },
    'ball-size': { en: 'Size', de: 'Größe', fr: 'Taille' },
} as const satisfies Record<string, Localised>;
export type OptionGroupCode = keyof typeof optionGroups;

export const options = {
    '13-inch': inch(13),
    '15-inch': inch(15),
    '24-inch': inch(24),
    '27-inch': inch(27),
    '8gb': gigabytes(8),
    '16gb': gigabytes(16),
    '32gb': gigabytes(32),
    '64gb': gigabytes(64),
    '128gb': gigabytes(128),
    '256gb': gigabytes(256),
    '512gb': gigabytes(512),
    '1tb': terabytes(1),
    '2tb': terabytes(2),
    '4tb': terabytes(4),
    '8tb': terabytes(8),
    '1m': metres(1),
    '2m': metres(2),
    '5m': metres(5),
    '10m': metres(10),
    'eu-38': same('EU 38'),
    'eu-40': same('EU 40'),
    'eu-42': same('EU 42'),
    'eu-44': same('EU 44'),
    'eu-46': same('EU 46'),
    '52cm': same('52 cm'),
    '54cm': same('54 cm'),
    '56cm': same('56 cm'),
    '58cm': same('58 cm'),
    '10oz': { en: '10 oz', de: '10 oz', fr: '10 oz' },
    '12oz': { en: '12 oz', de: '12 oz', fr: '12 oz' },
    '14oz': { en: '14 oz', de: '14 oz', fr: '14 oz' },
    mustard: { en: 'Mustard', de: 'Senfgelb', fr: 'Moutarde' },
    mint: { en: 'Mint', de: 'Mint', fr: 'Menthe' },
    pearl: { en: 'Pearl', de: 'Perlweiß', fr: 'Perle' },
    'pot-9': { en: '9 cm pot', de: '9-cm-Topf', fr: 'Pot de 9 cm' },
    'pot-12': { en: '12 cm pot', de: '12-cm-Topf', fr: 'Pot de 12 cm' },
    'pot-17': { en: '17 cm pot', de: '17-cm-Topf', fr: 'Pot de 17 cm' },
    'ball-5': same('5'),
    'ball-6': same('6'),
    'ball-7': same('7'),
} as const satisfies Record<string, Localised>;
export type OptionCode = keyof typeof options;
