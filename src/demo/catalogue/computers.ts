import { type ProductData, variant } from './product.types';

export const computers: readonly ProductData[] = [
    {
        image: 'derick-david-409858',
        name: {
            en: 'Corvane Slate Laptop',
            de: 'Corvane Slate Laptop',
            fr: 'Ordinateur portable Corvane Slate',
        },
        description: {
            en: 'A slim aluminium laptop for people who carry their office with them. The battery lasts a working day with the screen at full brightness, and the keyboard has enough travel to write a book on. Choose the size of the screen and how much memory you need; the rest is the same in every model.',
            de: 'Ein flacher Laptop aus Aluminium für alle, die ihr Büro dabeihaben. Der Akku hält einen Arbeitstag bei voller Helligkeit, und die Tastatur hat genug Hub, um ein Buch darauf zu schreiben. Sie wählen Bildschirmgröße und Arbeitsspeicher, alles andere ist bei jedem Modell gleich.',
            fr: 'Un portable mince en aluminium pour celles et ceux qui emportent leur bureau. La batterie tient une journée de travail à pleine luminosité et le clavier a assez de course pour y écrire un livre. Choisissez la taille de l’écran et la mémoire ; le reste est identique sur tous les modèles.',
        },
        category: 'computers',
        brand: 'corvane',
        colours: ['grey'],
        optionGroups: ['screen', 'memory'],
        variants: [
            variant('COR-SLT-13-08', ['13-inch', '8gb'], [1199, 1099, 1249]),
            variant('COR-SLT-13-16', ['13-inch', '16gb'], [1399, 1279, 1449]),
            variant('COR-SLT-15-16', ['15-inch', '16gb'], [1599, 1449, 1649], 'some'),
            variant('COR-SLT-15-32', ['15-inch', '32gb'], [1999, 1799, 2049], 'low'),
        ],
    },
    {
        image: 'kelly-sikkema-685291',
        name: { en: 'Corvane Folio Tablet', de: 'Corvane Folio Tablet', fr: 'Tablette Corvane Folio' },
        description: {
            en: 'Eleven inches of sharp, matt glass and a pen that feels like graphite on paper. Sketch, mark up a contract or read in bed without glare. At 460 grams it is lighter than most hardbacks.',
            de: 'Elf Zoll scharfes, mattes Glas und ein Stift, der sich wie Bleistift auf Papier anfühlt. Zum Skizzieren, zum Anmerken von Verträgen oder zum Lesen im Bett, ohne Spiegelung. Mit 460 Gramm ist es leichter als die meisten gebundenen Bücher.',
            fr: 'Onze pouces de verre mat et net, et un stylet qui glisse comme le graphite sur le papier. Pour dessiner, annoter un contrat ou lire au lit sans reflets. Avec ses 460 grammes, elle pèse moins que la plupart des livres reliés.',
        },
        category: 'computers',
        brand: 'corvane',
        colours: ['black'],
        optionGroups: ['storage'],
        variants: [
            variant('COR-FOL-064', ['64gb'], [349, 329, 379]),
            variant('COR-FOL-256', ['256gb'], [449, 419, 479]),
        ],
    },
    {
        image: 'florian-olivo-1166419',
        name: { en: 'Halden Fjord Gaming PC', de: 'Halden Fjord Gaming-PC', fr: 'PC de jeu Halden Fjord' },
        description: {
            en: 'A tower built for high frame rates and low noise. Two large fans move the air slowly behind tempered glass, so the green glow is the loudest thing about it. Every part can be replaced with a single screwdriver.',
            de: 'Ein Tower für hohe Bildraten und wenig Lärm. Zwei große Lüfter bewegen die Luft langsam hinter gehärtetem Glas, das Lauteste an ihm ist also das grüne Leuchten. Jedes Teil lässt sich mit einem einzigen Schraubendreher tauschen.',
            fr: 'Une tour conçue pour un affichage fluide et peu de bruit. Deux grands ventilateurs brassent l’air lentement derrière un verre trempé : le plus voyant chez elle, c’est sa lueur verte. Chaque pièce se remplace avec un seul tournevis.',
        },
        category: 'computers',
        brand: 'halden',
        colours: ['black', 'green'],
        optionGroups: ['memory', 'storage'],
        variants: [
            variant('HAL-FJD-16-1T', ['16gb', '1tb'], [1149, 1049, 1199], 'some'),
            variant('HAL-FJD-32-1T', ['32gb', '1tb'], [1329, 1199, 1379], 'some'),
            variant('HAL-FJD-32-2T', ['32gb', '2tb'], [1449, 1319, 1499], 'low'),
        ],
    },
    {
        image: 'daniel-korpai-1302051',
        name: {
            en: 'Lumora 32 Studio Monitor',
            de: 'Lumora 32 Studiomonitor',
            fr: 'Moniteur Lumora 32 Studio',
        },
        description: {
            en: 'A 32-inch panel in 4K with colours that are calibrated before it leaves the factory. One USB-C cable carries picture, power and data, and the slim foot leaves room for a notebook. The drink is not included.',
            de: 'Ein 32-Zoll-Panel in 4K, dessen Farben schon im Werk kalibriert werden. Ein einziges USB-C-Kabel überträgt Bild, Strom und Daten, und der schmale Fuß lässt Platz für ein Notizbuch. Das Getränk gehört nicht dazu.',
            fr: 'Une dalle 4K de 32 pouces dont les couleurs sont étalonnées en usine. Un seul câble USB-C transporte l’image, le courant et les données, et le pied fin laisse la place d’un carnet. La boisson n’est pas fournie.',
        },
        category: 'computers',
        brand: 'lumora',
        colours: ['black'],
        variants: [variant('LUM-32-STU', [], [449, 399, 459])],
    },
    {
        image: 'alexandru-acea-686569',
        name: {
            en: 'Lumora Arc Curved Monitor',
            de: 'Lumora Arc Curved-Monitor',
            fr: 'Écran incurvé Lumora Arc',
        },
        description: {
            en: 'The gentle curve keeps both edges at the same distance from your eyes, which you notice at the end of a long day. Wide enough for two documents side by side, and tidy: all cables leave through the stand.',
            de: 'Die sanfte Wölbung hält beide Ränder gleich weit von den Augen entfernt, das merkt man am Ende eines langen Tages. Breit genug für zwei Dokumente nebeneinander, und aufgeräumt: Alle Kabel laufen durch den Fuß.',
            fr: 'Sa courbe douce garde les deux bords à la même distance des yeux, et cela se sent en fin de journée. Assez large pour deux documents côte à côte, et bien rangé : tous les câbles passent par le pied.',
        },
        category: 'computers',
        brand: 'lumora',
        colours: ['white', 'silver'],
        optionGroups: ['screen'],
        variants: [
            variant('LUM-ARC-24', ['24-inch'], [189, 169, 199]),
            variant('LUM-ARC-27', ['27-inch'], [249, 219, 259]),
        ],
    },
];
