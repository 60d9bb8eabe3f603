import { type ProductData, variant } from './product.types';

export const cameras: readonly ProductData[] = [
    {
        image: 'eniko-kis-663725',
        name: {
            en: 'Tavira Pop Instant Camera',
            de: 'Tavira Pop Sofortbildkamera',
            fr: 'Appareil instantané Tavira Pop',
        },
        description: {
            en: 'Press once, wait a minute, hand the picture over. The lens focuses from arm’s length to the horizon, and the built-in flash is kind to faces. Party guests learn it in one try.',
            de: 'Einmal drücken, eine Minute warten, Bild verschenken. Das Objektiv stellt von Armlänge bis zum Horizont scharf, und der eingebaute Blitz meint es gut mit Gesichtern. Partygäste haben es nach einem Versuch heraus.',
            fr: 'On appuie, on attend une minute, on offre l’image. L’objectif fait le point du bout du bras jusqu’à l’horizon, et le flash intégré est tendre avec les visages. Vos invités le maîtrisent au premier essai.',
        },
        category: 'cameras',
        brand: 'tavira',
        colours: ['white'],
        variants: [variant('TAV-POP-01', [], [139, 119, 135])],
    },
    {
        image: 'brandi-redd-104140',
        name: { en: 'Kestrelle 50 mm Lens', de: 'Kestrelle Objektiv 50 mm', fr: 'Objectif Kestrelle 50 mm' },
        description: {
            en: 'The lens to own if you own only one. At f/1.8 it makes backgrounds melt and lets you put the flash away indoors. Metal mount, seven rounded blades, no plastic surprises.',
            de: 'Das eine Objektiv, wenn es nur eines sein soll. Bei f/1,8 schmilzt der Hintergrund, und drinnen bleibt der Blitz in der Tasche. Bajonett aus Metall, sieben gerundete Lamellen, keine Überraschung aus Kunststoff.',
            fr: 'L’objectif à avoir si l’on n’en a qu’un. À f/1,8, l’arrière-plan fond et le flash reste dans le sac. Baïonnette en métal, sept lamelles arrondies, aucune mauvaise surprise en plastique.',
        },
        category: 'cameras',
        brand: 'kestrelle',
        colours: ['black'],
        variants: [variant('KES-L50-18', [], [219, 189, 219])],
    },
    {
        image: 'jonathan-talbert-697262',
        name: {
            en: 'Kestrelle Herald Press Camera',
            de: 'Kestrelle Herald Pressekamera',
            fr: 'Chambre de presse Kestrelle Herald',
        },
        description: {
            en: 'A restored press camera from the days when reporters carried their darkroom in the boot. Bellows, shutter and flashgun have been overhauled by hand and take pictures as they did on the first day. They turn up rarely: when one is gone, the next may take a while.',
            de: 'Eine restaurierte Pressekamera aus der Zeit, als Reporter ihre Dunkelkammer im Kofferraum hatten. Balgen, Verschluss und Blitz wurden von Hand überholt und arbeiten wie am ersten Tag. Solche Kameras tauchen selten auf: Ist eine weg, kann die nächste dauern.',
            fr: 'Une chambre restaurée, du temps où les reporters gardaient leur labo dans le coffre. Soufflet, obturateur et flash ont été révisés à la main et fonctionnent comme au premier jour. On en trouve rarement : une fois partie, la suivante peut se faire attendre.',
        },
        category: 'cameras',
        brand: 'kestrelle',
        colours: ['black', 'silver'],
        variants: [variant('KES-HER-01', [], [1890, 1690, 1890], 'none')],
    },
    {
        image: 'zoltan-tasi-423051',
        name: {
            en: 'Aldermoor Travel Tripod',
            de: 'Aldermoor Reisestativ',
            fr: 'Trépied de voyage Aldermoor',
        },
        description: {
            en: 'Folds to the length of a forearm and stands firm in wind. The legs lock with a quarter turn that works with gloves on, and the centre column turns upside down for flowers and beetles.',
            de: 'Zusammengelegt so lang wie ein Unterarm, und im Wind trotzdem standfest. Die Beine rasten mit einer Vierteldrehung ein, auch mit Handschuhen, und die Mittelsäule lässt sich für Blumen und Käfer umdrehen.',
            fr: 'Replié, il a la longueur d’un avant-bras ; déplié, il tient au vent. Un quart de tour, même avec des gants, bloque les jambes, et la colonne se retourne pour les fleurs et les scarabées.',
        },
        category: 'cameras',
        brand: 'aldermoor',
        colours: ['black', 'silver'],
        variants: [variant('ALD-TRI-01', [], [89, 75, 85])],
    },
    {
        image: 'jakob-owens-274337',
        name: {
            en: 'Tavira Sunday 35 Film Camera',
            de: 'Tavira Sunday 35 Analogkamera',
            fr: 'Appareil argentique Tavira Sunday 35',
        },
        description: {
            en: 'Film without the study: load a roll, point, press. One lens, one speed and a bright finder leave nothing to set and little to go wrong. It rewards sunshine.',
            de: 'Film ohne Lehrbuch: einlegen, zielen, drücken. Ein Objektiv, eine Verschlusszeit und ein heller Sucher, da gibt es nichts einzustellen und wenig falsch zu machen. Sonnenschein dankt sie Ihnen.',
            fr: 'L’argentique sans manuel : chargez, visez, déclenchez. Un objectif, une vitesse et un viseur clair ; rien à régler, presque rien à rater. Il aime le soleil.',
        },
        category: 'cameras',
        brand: 'tavira',
        colours: ['silver', 'black'],
        variants: [variant('TAV-SUN-35', [], [59, 49, 55])],
    },
    {
        image: 'patrick-brinksma-663044',
        name: {
            en: 'Tavira Pocket Zoom Camera',
            de: 'Tavira Pocket Zoomkamera',
            fr: 'Compact à zoom Tavira Pocket',
        },
        description: {
            en: 'A thirty-times zoom that fits a coat pocket. It reads the number plate across the valley and the menu on the table, steadies your hand in between and charges from any USB plug.',
            de: 'Dreißigfacher Zoom für die Manteltasche. Sie liest das Nummernschild auf der anderen Talseite und die Speisekarte auf dem Tisch, hält dazwischen die Hand ruhig und lädt an jedem USB-Stecker.',
            fr: 'Un zoom trente fois qui tient dans une poche de manteau. Il lit la plaque de l’autre côté de la vallée et la carte sur la table, stabilise votre main entre les deux et se recharge en USB.',
        },
        category: 'cameras',
        brand: 'tavira',
        colours: ['black'],
        variants: [variant('TAV-PKT-30', [], [379, 339, 389])],
    },
    {
        image: 'chuttersnap-324234',
        name: {
            en: 'Kestrelle F2 Reflex Camera',
            de: 'Kestrelle F2 Spiegelreflexkamera',
            fr: 'Reflex argentique Kestrelle F2',
        },
        description: {
            en: 'All brass and glass: a mechanical single-lens reflex that needs a battery for its light meter and nothing else. Every shutter time sounds different, and you will learn them all. Serviced, with a two-year guarantee.',
            de: 'Messing und Glas: eine mechanische Spiegelreflexkamera, die nur für den Belichtungsmesser eine Batterie braucht. Jede Verschlusszeit klingt anders, und Sie werden alle erkennen. Gewartet, mit zwei Jahren Garantie.',
            fr: 'Du laiton et du verre : un reflex mécanique qui n’a besoin d’une pile que pour sa cellule. Chaque vitesse a son bruit, vous finirez par les reconnaître tous. Révisé, garanti deux ans.',
        },
        category: 'cameras',
        brand: 'kestrelle',
        colours: ['black', 'silver'],
        variants: [variant('KES-F2-01', [], [549, 479, 549], 'low')],
    },
    {
        image: 'robert-shunev-528016',
        name: {
            en: 'Kestrelle Vesper Mirrorless Camera',
            de: 'Kestrelle Vesper Systemkamera',
            fr: 'Hybride Kestrelle Vesper',
        },
        description: {
            en: 'Made for the hour after sunset. The large sensor sees more than you do, the silent shutter keeps the moment intact, and the dials show every setting before you switch it on.',
            de: 'Gemacht für die Stunde nach Sonnenuntergang. Der große Sensor sieht mehr als Sie, der lautlose Verschluss stört den Moment nicht, und die Räder zeigen jede Einstellung, noch bevor Sie einschalten.',
            fr: 'Fait pour l’heure qui suit le coucher du soleil. Le grand capteur voit plus que vous, l’obturateur silencieux préserve l’instant et les molettes affichent chaque réglage avant l’allumage.',
        },
        category: 'cameras',
        brand: 'kestrelle',
        colours: ['silver', 'black'],
        variants: [variant('KES-VSP-01', [], [899, 799, 919], 'some')],
    },
    {
        image: 'alexander-andrews-260988',
        name: {
            en: 'Kestrelle Duo Twin-Lens Camera',
            de: 'Kestrelle Duo Zweiäugige Kamera',
            fr: 'Appareil bi-objectif Kestrelle Duo',
        },
        description: {
            en: 'Look down into a square, mirrored world and take your time. One lens is for you, the other for the film; twelve pictures to a roll teach you to choose. It comes with its leather hood and a strap that has lived a little.',
            de: 'Schauen Sie hinunter in eine quadratische, gespiegelte Welt, und lassen Sie sich Zeit. Ein Objektiv ist für Sie, das andere für den Film; zwölf Bilder je Rolle lehren das Auswählen. Mit Lederhaube und einem Riemen, der schon etwas erlebt hat.',
            fr: 'Penchez-vous sur un monde carré, inversé, et prenez votre temps. Un objectif pour vous, l’autre pour le film ; douze vues par rouleau apprennent à choisir. Livré avec son capuchon de cuir et une courroie qui a un peu vécu.',
        },
        category: 'cameras',
        brand: 'kestrelle',
        colours: ['black'],
        variants: [variant('KES-DUO-01', [], [729, 649, 739], 'low')],
    },
];
