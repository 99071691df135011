<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>CommandLine</name>
    <message>
        <source>Sobra o no se reconoce: %1. Ayuda: troquel-desk --help</source>
        <comment>%1 is a word of the command line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el valor de %1. Ayuda: troquel-desk --help</source>
        <comment>%1 is an option</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no admite «%2». Ayuda: troquel-desk --help</source>
        <comment>%1 is an option, %2 its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Troquel: las mesas de trabajo de producción, existencias y certificaciones.

Uso: troquel-desk [opciones]

  --home CARPETA         Carpeta de la institución (o TROQUEL_HOME; si no, ~/.troquel). Si está vacía, el programa
                         ofrece hacer una institución de práctica.
  --server DIRECCIÓN     Servicio, https://servidor:8443 (o TROQUEL_SERVER), o varias con comas entre sí. Sin ella, la
                         institución está en esta máquina. El puesto se inscribe antes con «troquel workstation».
  --workstation PUESTO   Este puesto, cuando la institución está en esta máquina; linea-1 si falta.
  --printer IMPRESORA    folder, o la dirección IPP de la impresora
  --reader LECTOR        simulated, o el nombre de un lector PC/SC
  --camera CÁMARA        none, o folder
  --language IDIOMA      es o en
  --theme TEMA           light (claro) o dark (oscuro); F11 lo cambia
  --lock-after MINUTOS   Bloquea la ventana cuando nadie la toca; 5 si falta
  --mute                 Sin sonidos
  --help                 Muestra esta ayuda

Cada botón lleva escrita su tecla. El lector de códigos funciona en cualquier página, sin elegir antes un campo.

Ejemplos:
  troquel-desk
  troquel-desk --home /srv/practica --theme dark
  troquel-desk --server https://troquel.interno:8443 --reader &quot;ACS ACR1252&quot;</source>
        <comment>the whole help of the command line; keep the options as they are</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskKind</name>
    <message>
        <source>Producción</source>
        <comment>tab of the production desk</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>El chip está en blanco: no se grabó nada. Si es esta pieza, no se tocó.</source>
        <comment>what the chip of a doubt says after encoding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El chip quedó a medio grabar y no puede completarse: la pieza está dañada.</source>
        <comment>what the chip of a doubt says after encoding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El chip está grabado y cerrado. Si es esta pieza, quedó bien; la inspección lo comprobará.</source>
        <comment>what the chip of a doubt says after encoding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El chip está grabado y cerrado, como debe ser antes de imprimir.</source>
        <comment>what the chip of a doubt says before printing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El chip está en blanco, como debe ser antes de grabar.</source>
        <comment>what the chip of a doubt says before encoding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El chip no está como debe: compruebe que es esta pieza.</source>
        <comment>what the chip of a doubt says while its page was printed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El chip no es el de este documento. Ponga la pieza correcta y pregunte otra vez; si es ella, alguien cambió su chip: dígala dañada y avise al oficial de seguridad.</source>
        <comment>what the chip of a doubt says</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay ninguna pieza en el lector. Póngala y pregunte otra vez.</source>
        <comment>what the chip of a doubt says: nothing lies there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta pieza no tiene chip: decide lo que se ve.</source>
        <comment>a blank without a chip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El chip no responde como se espera. Compruebe que es esta pieza; si lo es, está dañada.</source>
        <comment>what the chip of a doubt says: it is unclear</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mire la página: completa y limpia, quedó bien; en blanco, no se tocó; lo demás, dañada.</source>
        <comment>how to judge the page of a doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se sabe cómo terminó la impresión</source>
        <comment>title of a doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se sabe cómo terminó la grabación del chip</source>
        <comment>title of a doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se sabe cómo terminó el paso</source>
        <comment>title of a doubt</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Retire la libreta del lector %1</source>
        <comment>prompt; %1 is a reader</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ponga la libreta en el lector %1</source>
        <comment>prompt; %1 is a reader</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compruebe el número y póngala otra vez en el lector %1</source>
        <comment>prompt; %1 is a reader</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lea el código de una pieza sin usar y póngala en la máquina</source>
        <comment>prompt: any unused blank</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lea el código de esta pieza y póngala en la máquina</source>
        <comment>prompt: the blank that is named</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escanee la página terminada y guarde la imagen en %1</source>
        <comment>prompt; %1 is a folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atienda la impresora</source>
        <comment>prompt: the printer waits for something</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autorizando la orden</source>
        <comment>what the station is at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparando los datos</source>
        <comment>what the station is at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimiendo</source>
        <comment>what the station is at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grabando el chip: no retire la libreta</source>
        <comment>what the station is at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspeccionando</source>
        <comment>what the station is at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscando la siguiente orden</source>
        <comment>what the station is at: nothing yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este puesto dejó de imprimir.</source>
        <comment>a duty is out of service</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este puesto dejó de grabar.</source>
        <comment>a duty is out of service</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este puesto dejó de inspeccionar.</source>
        <comment>a duty is out of service</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Órdenes apartadas para después: %1</source>
        <comment>why orders were left; %1 is a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n paso(s) hecho(s).</source>
        <comment>report of a run: steps done</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rechazado(s): la pieza quedó dañada y la orden toma otra.</source>
        <comment>report of a run: steps refused</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n en duda.</source>
        <comment>report of a run: orders in doubt</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(n) que un inspector libere.</source>
        <comment>report of a run: orders that wait for release</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(n) pieza.</source>
        <comment>report of a run: orders that wait for a blank</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Qué hacer ahora: revise el aparato y vuelva a empezar.</source>
        <comment>advice after a machine failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer ahora: aparte la pieza y abra las dudas.</source>
        <comment>advice after a step ended in doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer ahora: pida piezas a los custodios.</source>
        <comment>advice where blanks lack</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El puesto está en pausa y no toma órdenes, por %1 desde las %2 (UTC): %3</source>
        <comment>a workstation rests; %1 is a person, %2 a time of day, %3 the reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El puesto termina lo que empezó y no toma órdenes nuevas, por %1 desde las %2 (UTC): %3</source>
        <comment>a workstation drains; %1 is a person, %2 a time of day, %3 the reason</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>Secreto</source>
        <comment>name of the field, for screen readers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir</source>
        <comment>button: opens the keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ConsentSheet</name>
    <message>
        <source>Consentir</source>
        <comment>button: a person agrees with their credentials</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelar</source>
        <comment>button: nobody agrees, nothing is done</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::DoubtsPage</name>
    <message>
        <source>No hay órdenes en duda</source>
        <comment>no order is in doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De todas las piezas se sabe cómo terminó su último paso.</source>
        <comment>no order is in doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Órdenes en duda</source>
        <comment>title of the page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leer el chip otra vez</source>
        <comment>button: asks the chip of a doubt again</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que vio el supervisor</source>
        <comment>label of the field for what was seen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quedó bien</source>
        <comment>verdict on a doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se tocó</source>
        <comment>verdict on a doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está dañada</source>
        <comment>verdict on a doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · pieza %2</source>
        <comment>a doubt in the list; %1 order, %2 serial</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La pieza %1 no es de ninguna orden en duda.</source>
        <comment>%1 is a serial</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leyendo el chip…</source>
        <comment>shown while a chip is being read</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La orden sigue en duda; nada cambió.</source>
        <comment>what a failed look at a doubt means</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orden %1, pieza %2. Desde las %3 (UTC). %4</source>
        <comment>facts of a doubt; %1 order, %2 serial, %3 time of day, %4 sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba lo que se vio en la pieza.</source>
        <comment>what was seen lacks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolver la duda</source>
        <comment>title of the consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orden %1, pieza %2: %3. %4</source>
        <comment>what is consented to; %1 order, %2 serial, %3 verdict, %4 what was seen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor que miró la pieza: escriba sus datos</source>
        <comment>the one who consents</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::FaultBanner</name>
    <message>
        <source>Ocultar los detalles</source>
        <comment>button that folds away the details of a fault</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver los detalles para el supervisor</source>
        <comment>button that folds out the details of a fault</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer ahora: espere un momento e intente de nuevo.</source>
        <comment>what to do after a failure: retry</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer ahora: aparte esta pieza y siga con otra.</source>
        <comment>what to do after a failure: new blank</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer ahora: llame al supervisor.</source>
        <comment>what to do after a failure: call the supervisor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer ahora: detenga el trabajo y llame al administrador.</source>
        <comment>what to do after a failure: stop</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código: %1</source>
        <comment>detail of a fault; %1 is its code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código: %1, en %2</source>
        <comment>detail of a fault; %1 is its code, %2 the place</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::FirstStartPage</name>
    <message>
        <source>Hacer la institución de práctica</source>
        <comment>button: makes a training institution</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ir a la entrada</source>
        <comment>button: goes on to the log-in page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no hay institución</source>
        <comment>title of the first start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En %1 no hay ninguna. Puede hacer una de práctica: personas inventadas, piezas en bóveda, órdenes de muestra y aparatos simulados. Nada de lo que produzca tiene valor. Para una institución verdadera use «troquel init».</source>
        <comment>explains the first start; %1 is a folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraseña para todas las personas de práctica</source>
        <comment>label of a password</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La misma contraseña, otra vez</source>
        <comment>label of a password</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las dos contraseñas no son iguales. Escríbala otra vez.</source>
        <comment>the two passwords differ</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se hizo la institución.</source>
        <comment>what a failed founding means</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haciendo llaves y libros…</source>
        <comment>progress of the first start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inscribiendo a las personas…</source>
        <comment>progress of the first start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibiendo las piezas en bóveda…</source>
        <comment>progress of the first start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibiendo las órdenes de muestra…</source>
        <comment>progress of the first start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2, %3</source>
        <comment>a person to practise as; %1 user name, %2 full name, %3 role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La institución de práctica está lista. Entre como una de estas personas, con la contraseña que escribió:</source>
        <comment>the first start is done</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::LogInForm</name>
    <message>
        <source>Código de seis dígitos</source>
        <comment>label of the field for the one-time code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usuario</source>
        <comment>label of the field for the user name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraseña</source>
        <comment>label of the field for the password</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprobando…</source>
        <comment>shown while user and password are being checked</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::LogInPage</name>
    <message>
        <source>Entrar</source>
        <comment>button: logs a person in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra persona</source>
        <comment>button: somebody else wants to log in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Troquel</source>
        <comment>name of the program, on the log-in page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puesto %1. Entre con su usuario y su contraseña.</source>
        <comment>log-in page; %1 is the workstation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puesto bloqueado</source>
        <comment>title of the page of a locked window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo bloqueó %1. La línea sigue trabajando.</source>
        <comment>locked window while the line works; %1 is the person&apos;s full name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo bloqueó %1.</source>
        <comment>locked window; %1 is the person&apos;s full name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que estaba en pantalla se conserva si entra la misma persona.</source>
        <comment>log-in page after a session ended by itself</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Troquel</source>
        <comment>title of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAPACITACIÓN – SIN VALOR: institución de práctica</source>
        <comment>strip over a training window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloquear</source>
        <comment>button: locks the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambiar de persona</source>
        <comment>button: another person logs in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puesto: %1</source>
        <comment>foot of the window; %1 is the workstation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claro u oscuro</source>
        <comment>button: changes between light and dark theme</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se intenta de nuevo cada pocos segundos. Lo que ya está en la máquina se termina.</source>
        <comment>banner while the office cannot be reached</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay ninguna mesa para sus funciones</source>
        <comment>a person logged in for whom the program has no desk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su trabajo se hace con el programa «troquel». Si cree que es un error, llame al administrador.</source>
        <comment>advice to a person for whom the program has no desk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin comunicación con los libros</source>
        <comment>foot of the window: the office cannot be reached</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En comunicación</source>
        <comment>foot of the window: the office answers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona: %1</source>
        <comment>foot of the window; %1 is the full name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie ha entrado</source>
        <comment>foot of the window: nobody is logged in</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::OrdersPage</name>
    <message>
        <source>Orden</source>
        <comment>column: number of the order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>column: kind of document</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>column: stage of the order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>column: standing of the order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prioridad</source>
        <comment>column: priority</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vence</source>
        <comment>column: day on which the order is due</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieza</source>
        <comment>column: serial of the blank</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intento</source>
        <comment>column: number of the attempt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>column: why it is held or was sent back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay órdenes en esta etapa</source>
        <comment>an empty list of orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija otra etapa, o espere a que lleguen órdenes de captura.</source>
        <comment>advice at an empty list of orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Órdenes</source>
        <comment>title of the page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>label of the choice of a stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas</source>
        <comment>all stages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ProductionDesk</name>
    <message>
        <source>El turno tiene piezas. Puede empezar a trabajar.</source>
        <comment>after a shift was opened</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La duda quedó resuelta.</source>
        <comment>after a doubt was resolved</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La línea está trabajando a su nombre. Deténgala primero y espere a que termine el paso.</source>
        <comment>why the person may not leave the workstation</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::SecretSheet</name>
    <message>
        <source>PIN del dispositivo de llaves %1</source>
        <comment>title; %1 is the label of a token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frase de paso del almacén de llaves</source>
        <comment>title: what opens the keys of the house</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ShiftClosing</name>
    <message>
        <source>Motivo, si el turno se cierra con faltante</source>
        <comment>label of the reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar con dos custodios</source>
        <comment>button: closes the shift</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar con faltante</source>
        <comment>button: closes a shift that lacks blanks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar el turno</source>
        <comment>title of the page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lea cada pieza que sobró, o escriba un rango como A0000015-A0000020. Cuando lo leído es lo que debe volver, dos custodios cierran el turno.</source>
        <comment>what the page is for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieza o rango que vuelve</source>
        <comment>label of the field for serials</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piezas leídas</source>
        <comment>list of scanned serials</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quitar la última</source>
        <comment>button: drops the last scan</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debe volver</source>
        <comment>column: blanks to bring back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En trabajo</source>
        <comment>column: blanks of orders at work</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminadas</source>
        <comment>column: personalised blanks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ya está en la lista.</source>
        <comment>%1 is a serial</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) en trabajo: termínelas o resuelva sus dudas antes de cerrar.</source>
        <comment>why the shift cannot close</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Falta(n) %n pieza(s) por leer.</source>
        <comment>the count of the shift</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sobra(n) %n pieza(s): revise la lista.</source>
        <comment>the count of the shift</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cuadra: lo leído es lo que debe volver.</source>
        <comment>the count of the shift</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cierre del turno</source>
        <comment>title of the consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Vuelven a la bóveda %n pieza(s).</source>
        <comment>what is consented to</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Primer custodio: cuente lo que vuelve y escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segundo custodio: cuente lo que vuelve y escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba el motivo del faltante: qué se buscó y qué no aparece.</source>
        <comment>a reason lacks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cierre del turno con faltante</source>
        <comment>title of the consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Vuelven %n pieza(s); las que nadie trajo quedan como faltantes y se abre un caso.</source>
        <comment>what is consented to</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Custodio: cuente lo que vuelve y escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor: cuente lo que vuelve y escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turno cerrado: entregadas %1, terminadas %2, dañadas %3, devueltas %4, sin explicación %5.</source>
        <comment>reconciliation of a shift in numbers of blanks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acta de conciliación: %1</source>
        <comment>%1 is the number of a signed paper</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caso por lo que falta: %1</source>
        <comment>%1 is the number of a case</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ShiftOpening</name>
    <message>
        <source>La bóveda no tiene piezas utilizables</source>
        <comment>no blanks in the vault</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los custodios reciben un pedido del proveedor, y después se abre el turno.</source>
        <comment>advice where the vault is empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir el turno</source>
        <comment>title of the page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dos custodios cuentan las piezas y las entregan a este puesto. Escriba cuántas se entregan de cada clase; 0 es ninguna.</source>
        <comment>what the page is for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entregar con dos custodios</source>
        <comment>button: has two custodians consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En bóveda</source>
        <comment>column: blanks in the vault</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya en el puesto</source>
        <comment>column: blanks at the workstation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se entregan</source>
        <comment>column: blanks that are handed out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a line of what is handed out; %1 item, %2 quantity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay nada que entregar: todas las cantidades son 0.</source>
        <comment>nothing was chosen to be handed out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrega de piezas al puesto</source>
        <comment>title of the consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primer custodio: cuente las piezas y escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segundo custodio: cuente las piezas y escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::SidePanel</name>
    <message>
        <source>Piezas del turno</source>
        <comment>title: blanks that the shift has left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Órdenes por etapa</source>
        <comment>title: orders by stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atención</source>
        <comment>title: what needs attention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dudas</source>
        <comment>button: opens the orders in doubt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar turno</source>
        <comment>button: opens the closing of the shift</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Órdenes</source>
        <comment>button: opens the list of orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay turno abierto.</source>
        <comment>no blanks at the workstation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1 stage of orders, %2 their standing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay órdenes en la línea.</source>
        <comment>no orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n orden(es) en duda</source>
        <comment>alert</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Queda poco de %1: %2. Pida más.</source>
        <comment>%1 is a material, %2 how many are left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada pendiente</source>
        <comment>no alerts</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::WorkPage</name>
    <message>
        <source>Imprimir</source>
        <comment>choice: this station prints</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grabar chips</source>
        <comment>choice: this station encodes chips</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspeccionar</source>
        <comment>choice: this station inspects</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leer cada código</source>
        <comment>choice: each blank is scanned</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir turno</source>
        <comment>button: opens a shift</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empezar</source>
        <comment>button: begins to work at the line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detener al terminar el paso</source>
        <comment>button: stops the line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No esperar a la impresora</source>
        <comment>button: gives up a print</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La línea se detuvo. Lo que la máquina hizo con la última pieza queda anotado; si no se sabe, la orden pasa a las dudas.</source>
        <comment>what a broken run means for the blank in hand</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este puesto:</source>
        <comment>before the choices of what the station does</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elija al menos una cosa que hace este puesto.</source>
        <comment>nothing was chosen for the station to do</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se leyó %1, pero la línea no está trabajando.</source>
        <comment>%1 is a serial</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué hacer ahora: empiece a trabajar y lea la pieza cuando se le pida.</source>
        <comment>advice after a scan that nobody waited for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahora le toca a usted</source>
        <comment>above what is asked of the person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puesto en descanso</source>
        <comment>above the sentence of a rest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espere a que el supervisor lo reanude</source>
        <comment>a workstation rests</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el turno</source>
        <comment>no blanks are at the workstation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abra el turno para tener piezas que personalizar</source>
        <comment>no blanks are at the workstation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo</source>
        <comment>the station is ready to begin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse F5 para empezar a trabajar</source>
        <comment>the station is ready to begin</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se detiene al terminar este paso</source>
        <comment>the line was asked to stop</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La máquina trabaja</source>
        <comment>nothing is asked of the person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orden %1 · %2 · pieza %3 · prioridad %4 · intento %5</source>
        <comment>%1 order, %2 kind of document, %3 serial of the blank, %4 priority, %5 number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sin tomar</source>
        <comment>no blank was taken yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La línea se detuvo. %1</source>
        <comment>%1 says what was done</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
