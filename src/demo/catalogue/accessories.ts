import { type ProductData, variant } from './product.types';

export const accessories: readonly ProductData[] = [
    {
        image: 'oscar-ivan-esquivel-arteaga-687447',
        name: { en: 'Veldt Quiet Mouse', de: 'Veldt Leise Maus', fr: 'Souris silencieuse Veldt' },
        description: {
            en: 'A wireless mouse that clicks so softly nobody in the meeting will notice. It suits either hand, sleeps when you do and runs for a year on one battery.',
            de: 'Eine kabellose Maus, deren Klick in der Besprechung niemand hört. Sie liegt in beiden Händen gut, schläft, wenn Sie schlafen, und läuft mit einer Batterie ein Jahr lang.',
            fr: 'Une souris sans fil au clic si doux que personne ne l’entend en réunion. Elle convient aux deux mains, se met en veille quand vous vous arrêtez et tient un an avec une pile.',
        },
        category: 'accessories',
        brand: 'veldt',
        colours: ['grey', 'silver'],
        variants: [variant('VEL-MOU-01', [], [24.95, 19.95, 22.95])],
    },
    {
        image: 'juan-gomez-674574',
        name: {
            en: 'Veldt Clack Mechanical Keyboard',
            de: 'Veldt Clack mechanische Tastatur',
            fr: 'Clavier mécanique Veldt Clack',
        },
        description: {
            en: 'Mechanical switches with a clear click and keycaps in colours you will not find on any office keyboard. The legends are moulded through the plastic, so they never wear off. Put the red key where your finger goes most often.',
            de: 'Mechanische Schalter mit deutlichem Klick und Tastenkappen in Farben, die es auf keiner Bürotastatur gibt. Die Beschriftung geht durch den ganzen Kunststoff und nutzt sich nie ab. Setzen Sie die rote Taste dorthin, wo Ihr Finger am häufigsten landet.',
            fr: 'Des interrupteurs mécaniques au clic franc et des touches aux couleurs introuvables au bureau. Les caractères sont moulés dans la masse et ne s’effacent jamais. Placez la touche rouge là où votre doigt va le plus souvent.',
        },
        category: 'accessories',
        brand: 'veldt',
        colours: ['white', 'red', 'green'],
        variants: [variant('VEL-CLK-01', [], [109, 95, 109])],
    },
    {
        image: 'liam-briese-1128307',
        name: { en: 'Halden Memory Module', de: 'Halden Arbeitsspeicher', fr: 'Barrette mémoire Halden' },
        description: {
            en: 'DDR5 memory tested at the speed on its label, in every slot of every board we could find. The flat heat spreader fits under large coolers. Buy two of the same size and the computer uses both at once.',
            de: 'DDR5-Speicher, mit der Geschwindigkeit geprüft, die auf dem Etikett steht, in jedem Steckplatz jeder Platine, die wir auftreiben konnten. Der flache Kühlkörper passt unter große Lüfter. Zwei gleiche Module arbeiten im Doppel.',
            fr: 'De la mémoire DDR5 testée à la vitesse annoncée, dans chaque emplacement de chaque carte que nous avons trouvée. Le dissipateur plat se glisse sous les gros ventirads. Deux barrettes identiques travaillent ensemble.',
        },
        category: 'accessories',
        brand: 'halden',
        colours: ['black'],
        optionGroups: ['memory'],
        variants: [
            variant('HAL-MEM-08', ['8gb'], [39.95, 34.95, 39.95]),
            variant('HAL-MEM-16', ['16gb'], [64.95, 57.95, 64.95]),
            variant('HAL-MEM-32', ['32gb'], [109.95, 99.95, 114.95], 'some'),
        ],
    },
    {
        image: 'vincent-botta-736919',
        name: { en: 'Halden Vault Hard Drive', de: 'Halden Vault Festplatte', fr: 'Disque dur Halden Vault' },
        description: {
            en: 'Room for everything you never want to lose, at the lowest price per terabyte we sell. Made for drives that run day and night, with a five-year guarantee. Keep two, and keep one of them somewhere else.',
            de: 'Platz für alles, was nie verloren gehen darf, zum niedrigsten Preis je Terabyte in unserem Sortiment. Gebaut für Dauerbetrieb, mit fünf Jahren Garantie. Nehmen Sie zwei, und bewahren Sie eine davon woanders auf.',
            fr: 'De la place pour tout ce que vous ne voulez jamais perdre, au prix par téraoctet le plus bas du magasin. Conçu pour tourner jour et nuit, garanti cinq ans. Prenez-en deux, et gardez-en un ailleurs.',
        },
        category: 'accessories',
        brand: 'halden',
        colours: ['silver'],
        optionGroups: ['storage'],
        variants: [
            variant('HAL-VLT-1T', ['1tb'], [49.95, 44.95, 49.95]),
            variant('HAL-VLT-2T', ['2tb'], [64.95, 57.95, 66.95]),
            variant('HAL-VLT-4T', ['4tb'], [99.95, 89.95, 104.95]),
            variant('HAL-VLT-8T', ['8tb'], [169.95, 149.95, 174.95], 'low'),
        ],
    },
    {
        image: 'thomas-q-1229169',
        name: { en: 'Veldt Network Cable', de: 'Veldt Netzwerkkabel', fr: 'Câble réseau Veldt' },
        description: {
            en: 'A Cat 6a cable in a red you will find again behind the desk. Shielded, with a latch guard that survives being pulled through a wall.',
            de: 'Ein Cat-6a-Kabel in einem Rot, das Sie hinter dem Schreibtisch wiederfinden. Geschirmt, mit einem Rastnasenschutz, der auch den Weg durch die Wand übersteht.',
            fr: 'Un câble Cat 6a d’un rouge que l’on retrouve derrière le bureau. Blindé, avec un protège-languette qui survit au passage dans un mur.',
        },
        category: 'accessories',
        brand: 'veldt',
        colours: ['red'],
        optionGroups: ['length'],
        variants: [
            variant('VEL-NET-01', ['1m'], [6.95, 4.95, 5.95]),
            variant('VEL-NET-05', ['5m'], [11.95, 8.95, 10.95]),
            variant('VEL-NET-10', ['10m'], [17.95, 13.95, 15.95]),
        ],
    },
    {
        image: 'adam-birkett-239153',
        name: { en: 'Veldt Charging Cable', de: 'Veldt Ladekabel', fr: 'Câble de charge Veldt' },
        description: {
            en: 'The cable you lend and never get back, at a price that makes this bearable. Reinforced where cables usually break, just behind the plug.',
            de: 'Das Kabel, das man verleiht und nie wiedersieht, zu einem Preis, mit dem sich das ertragen lässt. Verstärkt, wo Kabel meistens brechen: gleich hinter dem Stecker.',
            fr: 'Le câble qu’on prête et qu’on ne revoit jamais, à un prix qui aide à l’accepter. Renforcé là où les câbles cassent d’ordinaire, juste derrière la prise.',
        },
        category: 'accessories',
        brand: 'veldt',
        colours: ['white'],
        optionGroups: ['length'],
        variants: [
            variant('VEL-CHG-01', ['1m'], [9.95, 7.95, 8.95]),
            variant('VEL-CHG-02', ['2m'], [12.95, 9.95, 11.95]),
        ],
    },
];
