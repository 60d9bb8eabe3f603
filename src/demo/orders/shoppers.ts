import { between, pick, type Random } from '../random';
import type { MarketCode } from '../shop/markets';
import type { Shopper } from './order.types';

interface Place {
    readonly city: string;
    /** `#` stands for a digit. */
    readonly postalCode: string;
    readonly province: string;
}

interface Population {
    readonly firstNames: readonly string[];
    readonly lastNames: readonly string[];
    readonly streets: readonly string[];
    readonly places: readonly Place[];
    /** `#` stands for a digit. Ranges that the regulators keep free for fiction where there are any. */
    readonly phone: string;
    readonly numberFirst: boolean;
}

const place = (city: string, postalCode: string, province = ''): Place => ({ city, postalCode, province });

const populations: Readonly<Record<MarketCode, Population>> = {
    us: {
        firstNames:
            'Ava Liam Emma Noah Mia Ethan Zoe Lucas Ella Mason Ruby Owen Grace Caleb Nora Felix Iris Jonah Maya Wyatt'.split(
                ' ',
            ),
        lastNames:
            'Carter Nguyen Rivera Brooks Patel Foster Kim Bennett Ortiz Hayes Coleman Price Ramirez Ward Murphy Reed Sullivan Boyd'.split(
                ' ',
            ),
        streets: [
            'Maple Avenue',
            'Oak Street',
            'Lakeview Drive',
            'Cedar Lane',
            'Franklin Street',
            'Hillcrest Road',
        ],
        places: [
            place('Portland', '972##', 'OR'),
            place('Austin', '787##', 'TX'),
            place('Memphis', '381##', 'TN'),
            place('Chicago', '606##', 'IL'),
            place('Brooklyn', '112##', 'NY'),
            place('Denver', '802##', 'CO'),
        ],
        phone: '+1 555 01##',
        numberFirst: true,
    },
    gb: {
        firstNames:
            'Amelia George Isla Harry Freya Arthur Poppy Theo Alice Finlay Imogen Rhys Orla Callum Beth Jamal Priya Ewan'.split(
                ' ',
            ),
        lastNames:
            'Ashworth Clarke Davies Evans Fraser Green Hughes Iqbal Jennings Khan Lloyd Mackay Norris Parker Shah Turner Walsh'.split(
                ' ',
            ),
        streets: ['Station Road', 'Church Lane', 'Victoria Road', 'Mill Lane', 'Queen Street', 'Park Avenue'],
        places: [
            place('London', 'SE15 #AB'),
            place('Manchester', 'M20 #QD'),
            place('Bristol', 'BS6 #JT'),
            place('Edinburgh', 'EH9 #LN'),
            place('Leeds', 'LS6 #RF'),
        ],
        phone: '+44 7700 9000##',
        numberFirst: true,
    },
    de: {
        firstNames:
            'Anna Jonas Lea Paul Marie Felix Greta Moritz Hanna Emil Johanna Tobias Klara Yusuf Ida Matthias Selin Bastian'.split(
                ' ',
            ),
        lastNames:
            'Müller Schmidt Becker Wagner Schulz Krüger Yilmaz Vogel Lorenz Brandt Winter Kaiser Seidel Jansen Köhler Haas'.split(
                ' ',
            ),
        streets: ['Lindenstraße', 'Gartenweg', 'Schillerstraße', 'Am Markt', 'Bahnhofstraße', 'Goethestraße'],
        places: [
            place('Berlin', '104##'),
            place('Hamburg', '203##'),
            place('Leipzig', '043##'),
            place('München', '803##'),
            place('Köln', '506##'),
        ],
        phone: '+49 30 23125 0##',
        numberFirst: false,
    },
    fr: {
        firstNames:
            'Louise Hugo Chloé Gabriel Inès Arthur Manon Nathan Juliette Adam Zoé Bastien Élise Karim Margaux Romain'.split(
                ' ',
            ),
        lastNames:
            'Martin Bernard Petit Moreau Lefèvre Garnier Benali Rousseau Chevalier Blanc Renaud Fontaine Marchand Colin'.split(
                ' ',
            ),
        streets: ['rue des Lilas', 'avenue de la Gare', 'rue Voltaire', 'place du Marché', 'rue Pasteur'],
        places: [
            place('Paris', '750##'),
            place('Lyon', '6900#'),
            place('Nantes', '44000'),
            place('Lille', '59000'),
            place('Bordeaux', '33000'),
        ],
        phone: '+33 1 99 00 ## ##',
        numberFirst: true,
    },
};

/** Somebody who lives in the market. Two with the same `index` in one market have the same address and e-mail. */
export function makeShopper(
    random: Random,
    market: MarketCode,
    index: number,
    since: Date,
    known: Partial<Pick<Shopper, 'email' | 'firstName' | 'lastName'>> = {},
): Shopper {
    const population = populations[market];
    const firstName = known.firstName ?? pick(random, population.firstNames);
    const lastName = known.lastName ?? pick(random, population.lastNames);
    const { city, postalCode, province } = pick(random, population.places);
    const street = pick(random, population.streets);
    const number = between(random, 1, 140);
    return {
        firstName,
        lastName,
        email: known.email ?? `${ascii(firstName)}.${ascii(lastName)}.${market}${index}@example.com`,
        market,
        street: population.numberFirst ? `${number} ${street}` : `${street} ${number}`,
        city,
        postalCode: withDigits(random, postalCode),
        province,
        phone: withDigits(random, population.phone),
        since,
    };
}

function withDigits(random: Random, pattern: string): string {
    return pattern.replaceAll('#', () => String(between(random, 0, 9)));
}

function ascii(name: string): string {
    return name
        .normalize('NFD')
        .replaceAll(/[^A-Za-z]/g, '')
        .toLowerCase();
}
