package com.ecamazon.shop.domain;

/**
 * A flat drawing of a kind of thing on a square of 400, standing on y = 330. {@code $a} is its colour, {@code $b} the same
 * darker, {@code $c} lighter, {@code $d} nearly white.
 */
public enum Icon {
    HEADPHONES(
            "<path d='M98 240v-20a102 102 0 0 1 204 0v20' fill='none' stroke='$b' stroke-width='22'/>"
                    + "<rect x='78' y='216' width='56' height='104' rx='26' fill='$a'/><rect x='266' y='216' width='56' height='104' rx='26' fill='$a'/>"
                    + "<rect x='116' y='226' width='18' height='84' rx='9' fill='$c'/><rect x='266' y='226' width='18' height='84' rx='9' fill='$c'/>"),
    SPEAKER(
            "<rect x='120' y='80' width='160' height='250' rx='26' fill='$a'/><circle cx='200' cy='240' r='56' fill='$b'/><circle cx='200' cy='240' r='26' fill='$c'/>"
                    + "<circle cx='200' cy='132' r='26' fill='$b'/><circle cx='200' cy='132' r='10' fill='$c'/>"),
    CAMERA(
            "<path d='M150 136l18-34h64l18 34z' fill='$b'/><rect x='72' y='132' width='256' height='176' rx='26' fill='$a'/><circle cx='200' cy='220' r='66' fill='$d'/>"
                    + "<circle cx='200' cy='220' r='48' fill='$b'/><circle cx='184' cy='204' r='14' fill='$c'/><circle cx='292' cy='164' r='12' fill='$c'/>"),
    KEYBOARD(
            "<rect x='56' y='150' width='288' height='140' rx='20' fill='$a'/><path d='M82 182h236M82 216h236' stroke='$d' stroke-width='22' stroke-dasharray='22 13.6'/>"
                    + "<path d='M82 254h34M136 254h128M284 254h34' stroke='$c' stroke-width='22'/>"),
    MONITOR(
            "<rect x='60' y='92' width='280' height='178' rx='16' fill='$b'/><rect x='74' y='106' width='252' height='150' rx='6' fill='$c'/><path d='M74 228l70-64 56 44 50-36 76 56v28H74z' fill='$a'/>"
                    + "<path d='M182 270h36v36h44v20H138v-20h44z' fill='$b'/>"),
    CHARGER(
            "<rect x='130' y='150' width='140' height='120' rx='26' fill='$a'/><path d='M166 150v-52M234 150v-52' stroke='$b' stroke-width='18' stroke-linecap='round'/><path d='M200 270v30q0 30-40 30H92' fill='none' stroke='$b' stroke-width='14'/>"
                    + "<path d='M208 168l-32 46h22l-8 38 34-48h-22z' fill='$d'/>"),
    PAN(
            "<path d='M64 196h212v56a58 58 0 0 1-58 58h-96a58 58 0 0 1-58-58z' fill='$a'/><rect x='52' y='184' width='236' height='24' rx='12' fill='$b'/><rect x='276' y='188' width='92' height='20' rx='10' fill='$c'/>"
                    + "<path d='M136 156q-14-18 0-36t0-36M200 156q-14-18 0-36t0-36' fill='none' stroke='$c' stroke-width='10' stroke-linecap='round'/>"),
    KETTLE(
            "<path d='M130 150h140l26 152a28 28 0 0 1-28 28H132a28 28 0 0 1-28-28z' fill='$a'/><path d='M140 150q60-70 120 0' fill='$b'/><circle cx='200' cy='108' r='14' fill='$c'/>"
                    + "<path d='M108 260l-52-70 14-12 52 46z' fill='$b'/><path d='M276 166q74 10 32 108' fill='none' stroke='$b' stroke-width='20'/><path d='M150 250h100' stroke='$d' stroke-width='10'/>"),
    KNIFE(
            "<path d='M214 66q66 60 40 170h-40z' fill='$c'/><path d='M214 66v170h-16V72z' fill='$d'/><rect x='192' y='232' width='68' height='18' rx='6' fill='$b'/><rect x='198' y='250' width='42' height='82' rx='16' fill='$a'/>"
                    + "<circle cx='219' cy='274' r='5' fill='$d'/><circle cx='219' cy='306' r='5' fill='$d'/><rect x='118' y='120' width='14' height='212' rx='7' fill='$b'/><path d='M100 70v62q0 20 25 20t25-20V70' fill='none' stroke='$b' stroke-width='12'/>"),
    COFFEE(
            "<path d='M104 176h172v82a66 66 0 0 1-66 66h-40a66 66 0 0 1-66-66z' fill='$a'/><path d='M276 196h20a34 34 0 0 1 0 68h-24' fill='none' stroke='$b' stroke-width='20'/><ellipse cx='190' cy='178' rx='86' ry='20' fill='$b'/><ellipse cx='190' cy='178' rx='66' ry='12' fill='$c'/>"
                    + "<path d='M160 136q-14-18 0-34t0-32M214 136q-14-18 0-34t0-32' fill='none' stroke='$c' stroke-width='11' stroke-linecap='round'/>"),
    BOWL(
            "<path d='M62 190h276q0 140-138 140T62 190z' fill='$a'/><ellipse cx='200' cy='190' rx='138' ry='34' fill='$b'/><ellipse cx='200' cy='190' rx='112' ry='22' fill='$c'/><path d='M104 262q96 46 192 0' fill='none' stroke='$d' stroke-width='10'/>"),
    JAR(
            "<rect x='128' y='76' width='144' height='40' rx='12' fill='$b'/><path d='M134 116h132q26 20 26 54v124a36 36 0 0 1-36 36H144a36 36 0 0 1-36-36V170q0-34 26-54z' fill='$c'/><path d='M108 210h184v84a36 36 0 0 1-36 36H144a36 36 0 0 1-36-36z' fill='$a'/>"
                    + "<rect x='150' y='220' width='100' height='60' rx='8' fill='$d'/>"),
    LAMP(
            "<path d='M146 76h108l52 120H94z' fill='$a'/><path d='M146 76h30l-30 120H94z' fill='$c'/><rect x='192' y='196' width='16' height='112' fill='$b'/><rect x='136' y='306' width='128' height='24' rx='12' fill='$b'/><circle cx='200' cy='206' r='20' fill='#ffd978'/>"),
    CHAIR(
            "<path d='M124 76h152l-12 130H136z' fill='$a'/><path d='M152 100h96l-7 84h-82z' fill='$c'/><rect x='112' y='204' width='176' height='34' rx='14' fill='$b'/><path d='M128 238l-18 92M272 238l18 92M160 238l-6 92M240 238l6 92' stroke='$b' stroke-width='14' stroke-linecap='round'/>"),
    RUG(
            "<path d='M92 128h216l40 186H52z' fill='$a'/><path d='M112 148h176l30 146H82z' fill='none' stroke='$d' stroke-width='8'/><path d='M200 168l56 53-56 53-56-53z' fill='$c'/><path d='M200 192l30 29-30 29-30-29z' fill='$b'/>"
                    + "<path d='M52 322h296' stroke='$b' stroke-width='14' stroke-dasharray='6 8'/>"),
    CUSHION(
            "<path d='M88 108q112 26 224 0q-26 102 0 206q-112-26-224 0q26-104 0-206z' fill='$a'/><path d='M120 140q80 14 160 0q-14 70 0 142q-80-14-160 0q14-72 0-142z' fill='$c'/><path d='M142 168l116 86M142 254l116-86' stroke='$b' stroke-width='9'/>"),
    CLOCK(
            "<circle cx='200' cy='206' r='124' fill='$a'/><circle cx='200' cy='206' r='98' fill='$d'/><path d='M200 126v14M200 272v14M120 206h14M266 206h14' stroke='$b' stroke-width='10'/><path d='M200 206v-58M200 206l44 28' stroke='$b' stroke-width='12' stroke-linecap='round'/><circle cx='200' cy='206' r='11' fill='$a'/>"),
    VASE(
            "<path d='M166 190h68q-8 26 26 58t0 82H140q-34-50 0-82t26-58z' fill='$a'/><path d='M152 262h96' stroke='$d' stroke-width='12'/><path d='M200 190V92M186 190q-10-50-46-70M214 190q10-50 46-70' fill='none' stroke='$b' stroke-width='8'/>"
                    + "<circle cx='200' cy='84' r='26' fill='$c'/><circle cx='136' cy='112' r='22' fill='$c'/><circle cx='264' cy='112' r='22' fill='$c'/><circle cx='200' cy='84' r='9' fill='$b'/>"),
    SHIRT(
            "<path d='M150 86q50 40 100 0l82 46-30 66-38-18v150H136V180l-38 18-30-66z' fill='$a'/><path d='M150 86q50 40 100 0l-14-6q-36 26-72 0z' fill='$b'/><path d='M136 288h128' stroke='$c' stroke-width='12'/>"),
    JACKET(
            "<path d='M148 84h104l66 40 18 184h-52l-12-122v144H128V186l-12 122H64l18-184z' fill='$a'/><path d='M148 84l52 52 52-52-16-10h-72z' fill='$b'/><path d='M200 136v194' stroke='$d' stroke-width='8' stroke-dasharray='14 6'/><path d='M144 250h36M220 250h36' stroke='$c' stroke-width='12'/>"),
    SOCK(
            "<path d='M158 74h92v128q0 20 16 34l34 30q28 28 4 54t-56 0l-74-70q-20-20-18-48z' fill='$a'/><rect x='150' y='70' width='108' height='44' rx='10' fill='$b'/><path d='M157 146h93M157 178h93' stroke='$c' stroke-width='14'/>"),
    SHOE(
            "<path d='M60 190q40 26 76-20l96 74q40 18 92 22q24 4 20 40H60z' fill='$a'/><path d='M56 300h288v12q0 18-18 18H74q-18 0-18-18z' fill='$d'/><path d='M158 190l-22 20M182 208l-22 20M206 226l-22 20' stroke='$c' stroke-width='11' stroke-linecap='round'/><path d='M60 190q10 60 0 110' fill='none' stroke='$b' stroke-width='12'/>"),
    BACKPACK(
            "<path d='M164 104q0-40 36-40t36 40' fill='none' stroke='$b' stroke-width='16'/><rect x='108' y='96' width='184' height='234' rx='56' fill='$a'/><path d='M108 184h184' stroke='$b' stroke-width='10'/><rect x='140' y='216' width='120' height='88' rx='20' fill='$c'/>"
                    + "<path d='M140 248h120' stroke='$b' stroke-width='8'/><path d='M96 200v96M304 200v96' stroke='$b' stroke-width='18' stroke-linecap='round'/>"),
    WATCH(
            "<path d='M158 66h84l10 80H148zM148 254h104l-10 80h-84z' fill='$b'/><circle cx='200' cy='200' r='82' fill='$a'/><circle cx='200' cy='200' r='62' fill='$d'/><path d='M200 200v-40M200 200l28 18' stroke='$b' stroke-width='9' stroke-linecap='round'/><rect x='280' y='188' width='18' height='24' rx='6' fill='$b'/>"),
    MAT(
            "<path d='M128 152h196v136H128z' fill='$c'/><path d='M128 288h196v24H128z' fill='$b'/><circle cx='128' cy='232' r='80' fill='$a'/><path d='M128 232m-54 0a54 54 0 1 0 54-54a40 40 0 1 0 40 40a26 26 0 1 0-26 26' fill='none' stroke='$d' stroke-width='10'/>"),
    HELMET(
            "<path d='M64 250q0-150 140-150 132 0 136 136-20 20-60 20H78q-14 0-14-6z' fill='$a'/><path d='M120 142l40 70M184 112l22 100M250 122l10 92' stroke='$b' stroke-width='20' stroke-linecap='round'/><path d='M120 256l38 66 52-66' fill='none' stroke='$b' stroke-width='12'/><path d='M280 256q50 0 60-20' fill='none' stroke='$c' stroke-width='14'/>"),
    DUMBBELL(
            "<rect x='130' y='204' width='140' height='26' rx='8' fill='$c'/><rect x='92' y='140' width='46' height='154' rx='16' fill='$a'/><rect x='262' y='140' width='46' height='154' rx='16' fill='$a'/><rect x='62' y='168' width='32' height='98' rx='12' fill='$b'/><rect x='306' y='168' width='32' height='98' rx='12' fill='$b'/>"),
    BALL(
            "<circle cx='200' cy='210' r='120' fill='$a'/><path d='M200 148l58 42-22 68h-72l-22-68z' fill='$b'/><path d='M200 148V92M258 190l54-20M236 258l36 50M164 258l-36 50M142 190l-54-20' stroke='$b' stroke-width='10'/><path d='M118 128q30-28 64-34' fill='none' stroke='$d' stroke-width='10' stroke-linecap='round'/>"),
    TENT(
            "<path d='M200 92l154 232H46z' fill='$a'/><path d='M200 92l154 232H266z' fill='$b'/><path d='M200 160l62 164H138z' fill='$c'/><path d='M200 160v164h-62z' fill='$b'/><path d='M200 92l-12-24M200 92l12-24' stroke='$b' stroke-width='8'/>"),
    BOTTLE(
            "<rect x='166' y='66' width='68' height='48' rx='12' fill='$b'/><path d='M160 114h80q22 20 22 52v136a28 28 0 0 1-28 28h-68a28 28 0 0 1-28-28V166q0-32 22-52z' fill='$a'/><path d='M138 206h124v66H138z' fill='$c'/><path d='M158 150v34' stroke='$d' stroke-width='11' stroke-linecap='round'/>"),
    SPADE(
            "<rect x='190' y='104' width='20' height='130' fill='$c'/><path d='M158 70h84v20q0 22-42 22t-42-22z' fill='$b'/><path d='M138 218h124v50q0 40-62 66q-62-26-62-66z' fill='$a'/><path d='M200 236v70' stroke='$b' stroke-width='8'/>"),
    PLANTER(
            "<path d='M110 226h180l-24 104H134z' fill='$a'/><rect x='98' y='204' width='204' height='34' rx='12' fill='$b'/><path d='M200 204V120' stroke='#3f7d4e' stroke-width='9'/><path d='M200 160q-76 0-80-72q76 0 80 72zM200 134q10-66 84-66q0 66-84 66z' fill='#5fa86f'/><path d='M200 196q46 2 60-40q-52-6-60 40z' fill='#79bd87'/>"),
    WATERING(
            "<path d='M130 176h130v130a24 24 0 0 1-24 24h-82a24 24 0 0 1-24-24z' fill='$a'/><path d='M130 290L72 168' stroke='$b' stroke-width='20'/><path d='M40 172l56-30 10 22-56 30z' fill='$c'/><path d='M176 176q0-74 74-60t10 144' fill='none' stroke='$b' stroke-width='16'/><path d='M130 216h130' stroke='$d' stroke-width='10'/>"),
    LANTERN(
            "<path d='M160 96a40 40 0 0 1 80 0' fill='none' stroke='$b' stroke-width='12'/><path d='M136 134l28-38h72l28 38z' fill='$b'/><rect x='140' y='134' width='120' height='164' fill='$c'/><path d='M140 134v164M200 134v164M260 134v164' stroke='$a' stroke-width='14'/><rect x='120' y='296' width='160' height='34' rx='8' fill='$b'/><path d='M200 186q34 40 0 78q-34-38 0-78z' fill='#ffb84d'/>"),
    NOTEBOOK(
            "<rect x='108' y='76' width='196' height='254' rx='16' fill='$a'/><path d='M108 92q0-16 16-16h26v254h-26q-16 0-16-16z' fill='$b'/><rect x='176' y='120' width='100' height='52' rx='8' fill='$d'/><path d='M94 126h36M94 178h36M94 230h36M94 282h36' stroke='$c' stroke-width='12' stroke-linecap='round'/>"),
    PEN(
            "<path d='M250 74l72 72-166 166-72-72z' fill='$a'/><path d='M84 240l72 72-92 20z' fill='$d'/><path d='M74 286l36 36-46 10z' fill='$b'/><path d='M226 98l72 72' stroke='$c' stroke-width='16'/><path d='M268 56l72 72-18 18-72-72z' fill='$b'/>"),
    BOOK(
            "<path d='M200 116q-62-40-140-24v208q78-16 140 24z' fill='$a'/><path d='M200 116q62-40 140-24v208q-78-16-140 24z' fill='$b'/><path d='M84 136q50-6 92 16M84 180q50-6 92 16M84 224q50-6 92 16' fill='none' stroke='$d' stroke-width='9'/><path d='M316 136q-50-6-92 16M316 180q-50-6-92 16' fill='none' stroke='$c' stroke-width='9'/>"),
    PUZZLE(
            "<path d='M96 120h78q-16-46 26-46t26 46h78v78q46-16 46 26t-46 26v78H96v-80q44 16 44-24t-44-24z' fill='$a'/><path d='M96 120h78q-16-46 26-46t26 46h-26v104H140q0-40-44-24z' fill='$c'/>"),
    BLOCKS(
            "<rect x='70' y='222' width='124' height='108' rx='10' fill='$a'/><rect x='206' y='222' width='124' height='108' rx='10' fill='$c'/><rect x='138' y='108' width='124' height='108' rx='10' fill='$b'/><path d='M164 96h24v12h-24zM212 96h24v12h-24zM96 210h24v12H96zM280 210h24v12h-24z' fill='$b'/><circle cx='200' cy='162' r='24' fill='$d'/>"),
    PLUSH(
            "<circle cx='140' cy='116' r='36' fill='$b'/><circle cx='260' cy='116' r='36' fill='$b'/><ellipse cx='200' cy='272' rx='92' ry='62' fill='$b'/><circle cx='200' cy='178' r='94' fill='$a'/><ellipse cx='200' cy='208' rx='42' ry='32' fill='$d'/><circle cx='166' cy='160' r='10' fill='#2b2f36'/><circle cx='234' cy='160' r='10' fill='#2b2f36'/><path d='M188 196h24l-12 14z' fill='#2b2f36'/>"),
    DICE(
            "<rect x='70' y='150' width='150' height='150' rx='26' fill='$a' transform='rotate(-10 145 225)'/><rect x='206' y='194' width='124' height='124' rx='22' fill='$b' transform='rotate(12 268 256)'/><g fill='$d'><circle cx='112' cy='196' r='13'/><circle cx='178' cy='184' r='13'/><circle cx='145' cy='225' r='13'/><circle cx='114' cy='266' r='13'/><circle cx='180' cy='254' r='13'/><circle cx='244' cy='228' r='11'/><circle cx='290' cy='286' r='11'/><circle cx='268' cy='256' r='11'/></g>"),
    SOAP(
            "<rect x='80' y='220' width='240' height='110' rx='46' fill='$a'/><rect x='116' y='246' width='168' height='58' rx='28' fill='$c'/><circle cx='140' cy='168' r='34' fill='$c'/><circle cx='216' cy='142' r='46' fill='$d'/><circle cx='286' cy='186' r='24' fill='$c'/><circle cx='202' cy='126' r='10' fill='$a'/>"),
    CANDLE(
            "<rect x='124' y='180' width='152' height='150' rx='20' fill='$a'/><path d='M124 200q0-20 20-20h112q20 0 20 20v26q-20 26-40 0t-40 0-40 0-32 0z' fill='$c'/><path d='M200 180v-30' stroke='$b' stroke-width='8'/><path d='M200 70q44 50 0 88q-44-38 0-88z' fill='#ffb84d'/><path d='M200 108q20 26 0 46q-20-20 0-46z' fill='#ffe3a3'/>"),
    BRUSH(
            "<rect x='180' y='190' width='40' height='140' rx='20' fill='$a'/><path d='M150 84h100v84q0 22-22 22h-56q-22 0-22-22z' fill='$b'/><path d='M166 150V70M189 150V70M211 150V70M234 150V70' stroke='$c' stroke-width='13' stroke-linecap='round'/>"),
    BOX(
            "<path d='M80 150l120-52 120 52v132l-120 52-120-52z' fill='$a'/><path d='M200 202v132l120-52V150z' fill='$b'/><path d='M80 150l120 52 120-52-120-52z' fill='$c'/><path d='M140 124l120 52v44' fill='none' stroke='$d' stroke-width='14'/>");

    private final String drawing;

    Icon(String drawing) {
        this.drawing = drawing.replace('\'', '"');
    }

    String drawing(Palette colours) {
        return drawing.replace("$a", colours.main())
                .replace("$b", colours.dark())
                .replace("$c", colours.light())
                .replace("$d", colours.pale());
    }
}
