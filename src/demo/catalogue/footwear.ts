import { type Prices, type ProductData, type StockGrade, type VariantData } from './product.types';
import type { OptionCode } from './options';

const sizes = ['eu-38', 'eu-40', 'eu-42', 'eu-44', 'eu-46'] as const satisfies readonly OptionCode[];

/** One variant for each size, all at one price. */
function inEachSize(
    sku: string,
    [usd, gbp, eur]: readonly [number, number, number],
    stock: Partial<Record<(typeof sizes)[number], StockGrade>> = {},
): VariantData[] {
    const prices: Prices = { usd, gbp, eur };
    return sizes.map(size => ({
        sku: `${sku}-${size.slice(3)}`,
        options: [size],
        prices,
        stock: stock[size] ?? 'plenty',
    }));
}

export const footwear: readonly ProductData[] = [
    {
        image: 'chuttersnap-584518',
        name: {
            en: 'Pacewell Reef Running Shoes',
            de: 'Pacewell Reef Laufschuhe',
            fr: 'Chaussures de course Pacewell Reef',
        },
        description: {
            en: 'Cushioned like a good sofa, coloured like a coral reef. A cage around the midfoot keeps the stride straight when you tire. Made for long, easy miles on the road.',
            de: 'Gefedert wie ein gutes Sofa, bunt wie ein Riff. Ein Käfig um den Mittelfuß hält den Schritt gerade, wenn Sie müde werden. Für lange, ruhige Kilometer auf Asphalt.',
            fr: 'Amorties comme un bon canapé, colorées comme un récif. Une cage autour du pied garde la foulée droite quand vient la fatigue. Pour les longues sorties tranquilles sur route.',
        },
        category: 'footwear',
        brand: 'pacewell',
        colours: ['blue', 'red'],
        optionGroups: ['shoe-size'],
        variants: inEachSize('PAC-REE', [129, 115, 129], { 'eu-46': 'low' }),
    },
    {
        image: 'imani-clovis-234736',
        name: {
            en: 'Pacewell Feather Running Shoes',
            de: 'Pacewell Feather Laufschuhe',
            fr: 'Chaussures de course Pacewell Feather',
        },
        description: {
            en: 'Hardly there. At 190 grams you feel the road, and the road feels you. For intervals, for race day and for people who hate heavy shoes.',
            de: 'Kaum vorhanden. Mit 190 Gramm spüren Sie die Straße, und die Straße spürt Sie. Für Intervalle, für den Wettkampf und für alle, die schwere Schuhe hassen.',
            fr: 'À peine là. Avec 190 grammes, vous sentez la route et la route vous sent. Pour le fractionné, le jour de course et ceux qui détestent les chaussures lourdes.',
        },
        category: 'footwear',
        brand: 'pacewell',
        colours: ['black'],
        optionGroups: ['shoe-size'],
        variants: inEachSize('PAC-FEA', [149, 129, 145], { 'eu-38': 'some' }),
    },
    {
        image: 'xavier-teo-469050',
        name: {
            en: 'Fennick High Court Shoes',
            de: 'Fennick High Court Schuhe',
            fr: 'Chaussures montantes Fennick Court',
        },
        description: {
            en: 'White leather up to the ankle, a strap that means it and a sole that squeaks on parquet. Born for basketball, worn mostly for everything else.',
            de: 'Weißes Leder bis über den Knöchel, ein Riemen, der es ernst meint, und eine Sohle, die auf Parkett quietscht. Für Basketball geboren, meist für alles andere getragen.',
            fr: 'Du cuir blanc jusqu’à la cheville, une sangle qui ne plaisante pas et une semelle qui crisse sur le parquet. Nées pour le basket, portées surtout pour le reste.',
        },
        category: 'footwear',
        brand: 'fennick',
        colours: ['white'],
        optionGroups: ['shoe-size'],
        variants: inEachSize('FEN-HIC', [119, 105, 119]),
    },
    {
        image: 'thomas-serer-420833',
        name: { en: 'Pacewell Dusk Trainers', de: 'Pacewell Dusk Sneaker', fr: 'Baskets Pacewell Dusk' },
        description: {
            en: 'A knitted trainer in black and rose that goes from the treadmill to the tram without changing. The heel is firm, the tongue is part of the sock, nothing slips.',
            de: 'Ein gestrickter Sneaker in Schwarz und Rosé, der ohne Umziehen vom Laufband in die Straßenbahn geht. Feste Ferse, Zunge und Socke in einem, nichts verrutscht.',
            fr: 'Une basket tricotée noir et rosé qui passe du tapis au tramway sans se changer. Talon ferme, languette d’une pièce avec le chausson, rien ne glisse.',
        },
        category: 'footwear',
        brand: 'pacewell',
        colours: ['black', 'white'],
        optionGroups: ['shoe-size'],
        variants: inEachSize('PAC-DSK', [99.95, 84.95, 94.95], { 'eu-44': 'some' }),
    },
    {
        image: 'nikolai-chernichenko-1299748',
        name: {
            en: 'Pacewell Daily Running Shoes',
            de: 'Pacewell Daily Laufschuhe',
            fr: 'Chaussures de course Pacewell Daily',
        },
        description: {
            en: 'The pair you reach for without thinking: honest cushioning, tough rubber under the heel, black all over. Good for a thousand kilometres and priced like half of them.',
            de: 'Das Paar, nach dem man greift, ohne nachzudenken: ehrliche Dämpfung, zäher Gummi unter der Ferse, ganz in Schwarz. Gut für tausend Kilometer, zum Preis von fünfhundert.',
            fr: 'La paire qu’on attrape sans réfléchir : un amorti honnête, une gomme solide sous le talon, du noir partout. Bonnes pour mille kilomètres, au prix de cinq cents.',
        },
        category: 'footwear',
        brand: 'pacewell',
        colours: ['black'],
        optionGroups: ['shoe-size'],
        variants: inEachSize('PAC-DAY', [69.95, 59.95, 64.95]),
    },
    {
        image: 'mitch-lensink-256007',
        name: {
            en: 'Fennick Canvas High-Tops',
            de: 'Fennick Canvas-Sneaker',
            fr: 'Baskets montantes en toile Fennick',
        },
        description: {
            en: 'Canvas, rubber and eight pairs of eyelets, as it has been for a hundred years. Stiff for a week, yours for a decade. They look better dirty.',
            de: 'Segeltuch, Gummi und acht Paar Ösen, wie seit hundert Jahren. Eine Woche steif, ein Jahrzehnt Ihre. Schmutzig sehen sie besser aus.',
            fr: 'De la toile, de la gomme et huit paires d’œillets, comme depuis cent ans. Raides une semaine, à vous dix ans. Elles sont plus belles sales.',
        },
        category: 'footwear',
        brand: 'fennick',
        colours: ['black', 'white'],
        optionGroups: ['shoe-size'],
        variants: inEachSize('FEN-CNV', [64.95, 54.95, 59.95], { 'eu-42': 'low', 'eu-46': 'none' }),
    },
];
