const words = (list: string): readonly string[] => list.split(' ');
const lines = (list: string): readonly string[] => list.split('|');

/** First names that are common in Italy, as they stand in profiles. */
export const FIRST_NAMES = words(
  'Alessandro Alessia Alessio Alice Andrea Angela Anna Antonella Antonio Arianna Barbara Beatrice Bruno Camilla Carla Carlo Carmela Caterina Cecilia Chiara Cinzia Claudia Claudio Concetta Corrado Cristina Daniela Daniele Dario Davide Debora Domenico Donatella Edoardo Elena Eleonora Elisa Emanuela Emma Enrico Enzo Erica Fabio Fabrizio Federica Federico Filippo Flavia Francesca Francesco Franco Gabriele Gaetano Giacomo Gianluca Gianni Giorgia Giorgio Giovanna Giovanni Giulia Giulio Giuseppe Giusy Grazia Ilaria Irene Ivan Katia Laura Leonardo Letizia Lorenzo Luana Luca Lucia Luciano Luigi Luisa Manuela Marcello Marco Margherita Maria Marina Mario Marta Martina Massimo Matteo Maurizio Mauro Michela Michele Mirko Monica Nadia Nicola Noemi Paola Paolo Patrizia Pasquale Piero Pietro Pina Raffaella Renato Riccardo Rita Roberta Roberto Rocco Romina Rosa Rosaria Salvatore Sandra Sara Sergio Silvia Simona Simone Sonia Stefania Stefano Susanna Teresa Tiziana Tommaso Umberto Valentina Valeria Vincenzo Viola Vito Walter',
);

/** Family names from all over the country. */
export const FAMILY_NAMES = words(
  'Agostini Albanese Amato Amoroso Antonelli Arena Baldi Barbieri Barone Basile Battaglia Bellini Benedetti Bernardi Bertolini Bianchi Bianco Bonetti Bruni Bruno Calabrese Caputo Carbone Caruso Castelli Cattaneo Catalano Cerutti Colombo Conte Conti Coppola Costa Costantini Cristiani Damico DeAngelis DeLuca DeRosa DeSantis DiMarco DiStefano Donati Esposito Fabbri Farina Fasano Ferrante Ferrara Ferrari Ferraro Ferretti Ferri Filippi Fontana Forte Franchi Fumagalli Galli Gallo Gambino Gatti Gentile Giordano Giorgi Giuliani Grasso Graziani Greco Grimaldi Guerra Guidi Leone Locatelli Lombardi Lombardo Longo Lorusso Maggio Mancini Manfredi Marchetti Marchi Marini Marino Martelli Martinelli Martini Massa Mazza Mele Melis Messina Milani Monti Montanari Morelli Moretti Moro Morra Negri Neri Nicoletti Orlando Pace Pagano Palmieri Palumbo Parisi Pellegrini Perrone Piras Piva Poli Proietti Pugliese Quaranta Ricci Rinaldi Riva Rizzi Rizzo Rocca Romano Romeo Rossetti Rossi Rota Ruggiero Russo Sacchi Sala Salerno Sanna Santini Santoro Sartori Savino Serra Silvestri Sorrentino Spina Stella Tedesco Testa Trevisan Valente Valentini Ventura Villa Villani Vitale Vitali Volpe Zago Zanetti Zanella Zuliani',
);

/** People whose families came from elsewhere. */
export const OTHER_NAMES = lines(
  'Ionela Dumitru|Mihai Stan|Cristina Rusu|Arben Hoxha|Elira Gashi|Yassine Amrani|Fatima Haddad|Omar Benali|Mei Chen|Li Wei Zhou|Oksana Kovalenko|Andriy Bondar|Maribel Quispe|Carlos Paredes|Ayesha Malik|Rajesh Nair|Emeka Obi|Awa Diop|Katarzyna Nowicka|Petra Novotna|Ahmed Mansour|Joy Reyes|Nadeesha Perera',
);

/** People who write in English. */
export const ENGLISH_NAMES = lines(
  'Emily Hartwell|Josh Pemberton|Siobhan Kearney|Marcus Oyelaran|Hannah Lindqvist|Priya Raman|Tyler Brandt|Ingrid Solheim|Wout Janssens|Chloe Abernathy',
);

/** Profiles under a business or a nickname. */
export const OTHER_PROFILES = lines(
  'Bar Tre Scalini|Agriturismo Il Noce|Officina Fratelli Corti|Nonno Pino|Stellina Blu|Parrucchieria Ondine|Mamma di Tommy|Studio Geometra Prati|Il Gatto Silvestro',
);
