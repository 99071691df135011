<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es">
<context>
    <name>BalanceWords</name>
    <message>
        <source>Estado</source>
        <comment>label of the choice of a state</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Todos</source>
        <comment>all states</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>Existencias</source>
        <comment>title of the list of balances</comment>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>column: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>column: state</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <comment>column: quantity</comment>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Sin explicar</source>
        <comment>column: unexplained quantity</comment>
        <translation>Unexplained</translation>
    </message>
    <message>
        <source>Lote</source>
        <comment>column: lot of what is counted</comment>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Por clase</source>
        <comment>sort: by item</comment>
        <translation>By kind</translation>
    </message>
    <message>
        <source>Por lugar</source>
        <comment>sort: by place</comment>
        <translation>By place</translation>
    </message>
    <message>
        <source>Clase, lugar, lote…</source>
        <comment>what may be typed to narrow balances</comment>
        <translation>Kind, place, lot…</translation>
    </message>
    <message>
        <source>No hay existencias</source>
        <comment>empty list of balances</comment>
        <translation>There is no stock</translation>
    </message>
    <message>
        <source>Reciba primero una entrega del proveedor.</source>
        <comment>advice at an empty list of balances</comment>
        <translation>Receive a delivery of the supplier first.</translation>
    </message>
    <message>
        <source>Lugares y responsables</source>
        <comment>title of the list of places</comment>
        <translation>Places and custodians</translation>
    </message>
    <message>
        <source>Nombre</source>
        <comment>column: name of a place</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Responde</source>
        <comment>column: custodian of a place</comment>
        <translation>Custodian</translation>
    </message>
    <message>
        <source>Sede</source>
        <comment>column: site of a place</comment>
        <translation>Site</translation>
    </message>
    <message>
        <source>Dos personas</source>
        <comment>column: whether a place is guarded</comment>
        <translation>Two people</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>column: whether a place is open</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Lugar, nombre, persona…</source>
        <comment>what may be typed to narrow places</comment>
        <translation>Place, name, person…</translation>
    </message>
    <message>
        <source>No hay lugares</source>
        <comment>empty list of places</comment>
        <translation>There are no places</translation>
    </message>
    <message>
        <source>sí</source>
        <comment>a place is guarded</comment>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <comment>a place is not guarded</comment>
        <translation>no</translation>
    </message>
    <message>
        <source>abierto</source>
        <comment>a place is in use</comment>
        <translation>open</translation>
    </message>
    <message>
        <source>cerrado</source>
        <comment>a place is closed</comment>
        <translation>closed</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Clase</source>
        <comment>label of the choice of a kind of case</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Todas</source>
        <comment>all kinds</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>Casos</source>
        <comment>title of the list of cases</comment>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Caso</source>
        <comment>column: number of a case</comment>
        <translation>Case</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>column: kind of a case</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>column: place of a case</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>column: whether a case is open</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Plazo</source>
        <comment>column: day until which a case is to be resolved</comment>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Abierto</source>
        <comment>column: day on which a case was opened</comment>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Por</source>
        <comment>column: who opened a case</comment>
        <translation>By</translation>
    </message>
    <message>
        <source>Plazo más próximo</source>
        <comment>sort: cases by their deadline</comment>
        <translation>Nearest deadline</translation>
    </message>
    <message>
        <source>Los últimos primero</source>
        <comment>sort: newest cases first</comment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Número</source>
        <comment>sort: cases by their number</comment>
        <translation>Number</translation>
    </message>
    <message>
        <source>Cuáles</source>
        <comment>label of the choice which cases are listed</comment>
        <translation>Which</translation>
    </message>
    <message>
        <source>Abiertos</source>
        <comment>cases that are open</comment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Vencidos</source>
        <comment>cases that are overdue</comment>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Resueltos</source>
        <comment>cases that were resolved</comment>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Todos</source>
        <comment>all cases</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>Caso, lugar, persona…</source>
        <comment>what may be typed to find a case</comment>
        <translation>Case, place, person…</translation>
    </message>
    <message>
        <source>No hay casos abiertos</source>
        <comment>an empty list of cases</comment>
        <translation>There are no open cases</translation>
    </message>
    <message>
        <source>Todo salió como dicen los libros.</source>
        <comment>advice at an empty list of cases</comment>
        <translation>Everything came out as the books say.</translation>
    </message>
    <message>
        <source>VENCIDO</source>
        <comment>a case that is overdue</comment>
        <translation>OVERDUE</translation>
    </message>
    <message>
        <source>Nace de</source>
        <comment>column: what a case came of</comment>
        <translation>Came of</translation>
    </message>
</context>
<context>
    <name>Ceremonies</name>
    <message>
        <source>Relevar la CSCA</source>
        <comment>a ceremony</comment>
        <translation>Succeed the CSCA</translation>
    </message>
    <message>
        <source>1. Se hace la CSCA nueva y el enlace que firma la anterior.
2. Publique los dos certificados y anótelo con «Anotar una publicación».
3. A los dos días el relevo ocurre solo.</source>
        <comment>steps of a ceremony</comment>
        <translation>1. The new CSCA is made, and the link that the old one signs.
2. Publish both certificates and note it by “Note a publication”.
3. After two days the succession happens by itself.</translation>
    </message>
    <message>
        <source>Nombre nuevo (vacío: el mismo)</source>
        <comment>field</comment>
        <translation>New name (empty: the same)</translation>
    </message>
    <message>
        <source>Hacer una CSCA sin enlace</source>
        <comment>a ceremony</comment>
        <translation>Make a CSCA without a link</translation>
    </message>
    <message>
        <source>Solo cuando la llave anterior se perdió: nadie podrá pasar de la anterior a esta. Los demás países deben recibir el certificado por vía diplomática.</source>
        <comment>steps of a ceremony</comment>
        <translation>Only where the key before is lost: nobody can go from the old one to this. The other countries must be given the certificate by diplomatic means.</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>field: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Hacer un firmante nuevo</source>
        <comment>a ceremony</comment>
        <translation>Make a new signer</translation>
    </message>
    <message>
        <source>1. Se hace la llave y la CSCA la certifica.
2. Publique el certificado y anótelo con «Anotar una publicación».
3. El firmante toma su turno cuando el anterior termina.</source>
        <comment>steps of a ceremony</comment>
        <translation>1. The key is made, and the CSCA certifies it.
2. Publish the certificate and note it by “Note a publication”.
3. The signer takes its turn when the one before ends.</translation>
    </message>
    <message>
        <source>Qué firmará</source>
        <comment>field</comment>
        <translation>What it will sign</translation>
    </message>
    <message>
        <source>Documentos como máximo (vacío: lo usual)</source>
        <comment>field</comment>
        <translation>Documents at most (empty: as usual)</translation>
    </message>
    <message>
        <source>Meses de uso (vacío: lo usual)</source>
        <comment>field</comment>
        <translation>Months of use (empty: as usual)</translation>
    </message>
    <message>
        <source>Firma desde el día (vacío: desde hoy)</source>
        <comment>field</comment>
        <translation>Signs from the day (empty: from today)</translation>
    </message>
    <message>
        <source>Renovar una llave de la casa</source>
        <comment>a ceremony</comment>
        <translation>Renew a key of the house</translation>
    </message>
    <message>
        <source>La llave nueva rige desde ahora; la anterior se guarda para comprobar lo que firmó.</source>
        <comment>steps of a ceremony</comment>
        <translation>The new key is in force from now on; the one before is kept for checking what it signed.</translation>
    </message>
    <message>
        <source>Qué llave</source>
        <comment>field</comment>
        <translation>Which key</translation>
    </message>
    <message>
        <source>Anotar una publicación</source>
        <comment>a ceremony</comment>
        <translation>Note a publication</translation>
    </message>
    <message>
        <source>Después de publicar un certificado: solo entonces se usa.</source>
        <comment>steps of a ceremony</comment>
        <translation>After a certificate was published: only then it is used.</translation>
    </message>
    <message>
        <source>Dónde o con qué oficio se publicó</source>
        <comment>field</comment>
        <translation>Where or by which letter it was published</translation>
    </message>
    <message>
        <source>Revocar un certificado</source>
        <comment>a ceremony</comment>
        <translation>Revoke a certificate</translation>
    </message>
    <message>
        <source>Para una llave que puede estar en otras manos. Después haga una lista de revocación: sin ella nadie se entera.</source>
        <comment>steps of a ceremony</comment>
        <translation>For a key that may be in other hands. Then make a revocation list: without it nobody hears of it.</translation>
    </message>
    <message>
        <source>Destruir una llave</source>
        <comment>a ceremony</comment>
        <translation>Destroy a key</translation>
    </message>
    <message>
        <source>La llave privada deja de existir y queda la prueba. No se puede deshacer.</source>
        <comment>steps of a ceremony</comment>
        <translation>The private key ceases to exist, and the proof is kept. It cannot be undone.</translation>
    </message>
    <message>
        <source>Destruir la llave de una ceremonia interrumpida</source>
        <comment>a ceremony</comment>
        <translation>Destroy the key of an interrupted ceremony</translation>
    </message>
    <message>
        <source>Los avisos dicen qué llave quedó sin dueño.</source>
        <comment>steps of a ceremony</comment>
        <translation>The notices say which key was left without an owner.</translation>
    </message>
    <message>
        <source>Llave, como la nombra el aviso</source>
        <comment>field</comment>
        <translation>Key, as the notice names it</translation>
    </message>
    <message>
        <source>Hacer una lista de revocación</source>
        <comment>a ceremony</comment>
        <translation>Make a revocation list</translation>
    </message>
    <message>
        <source>1. Se hace la lista.
2. Guárdela y súbala al directorio antes de que venza la anterior.</source>
        <comment>steps of a ceremony</comment>
        <translation>1. The list is made.
2. Save it and bring it to the directory before the one before runs out.</translation>
    </message>
    <message>
        <source>De quién</source>
        <comment>field</comment>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Del país (CSCA)</source>
        <comment>which revocation list</comment>
        <translation>The country&apos;s (CSCA)</translation>
    </message>
    <message>
        <source>De las firmas de la casa</source>
        <comment>which revocation list</comment>
        <translation>Of the house&apos;s signatures</translation>
    </message>
    <message>
        <source>Días que rige (vacío: 90)</source>
        <comment>field</comment>
        <translation>Days in force (empty: 90)</translation>
    </message>
    <message>
        <source>Hacer la lista maestra</source>
        <comment>a ceremony</comment>
        <translation>Make the master list</translation>
    </message>
    <message>
        <source>Con las CSCA propias y sus enlaces. Certificados de otros países se agregan con «troquel pki master-list».</source>
        <comment>steps of a ceremony</comment>
        <translation>With our own CSCAs and their links. Certificates of other countries are added by “troquel pki master-list”.</translation>
    </message>
    <message>
        <source>Entrada del libro de llaves (DS-0002)</source>
        <comment>field</comment>
        <translation>Entry of the key book (DS-0002)</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <comment>%1 entry of the key book, %2 digest</comment>
        <translation>%1, SHA-256 %2</translation>
    </message>
    <message>
        <source>La llave privada ya no existe: %1</source>
        <comment>%1 is a key</comment>
        <translation>The private key is gone: %1</translation>
    </message>
    <message numerus="yes">
        <source>Prueba: no está entre las %n llave(s) del almacén.</source>
        <comment>after a key was destroyed</comment>
        <translation>
            <numerusform>Proof: it is not the one key of the store.</numerusform>
            <numerusform>Proof: it is not among the %n keys of the store.</numerusform>
        </translation>
    </message>
    <message>
        <source>Firma ahora: %1</source>
        <comment>%1 is an entry of the key book</comment>
        <translation>Signs now: %1</translation>
    </message>
    <message>
        <source>Lista número %1, con %2 certificado(s), firmada por %3.</source>
        <comment>%1 and %2 numbers, %3 an entry</comment>
        <translation>List number %1, with %2 certificate(s), signed by %3.</translation>
    </message>
    <message>
        <source>Rige hasta %1.</source>
        <comment>%1 is a day</comment>
        <translation>In force until %1.</translation>
    </message>
    <message>
        <source>Una persona la dirige y otra la presencia; las dos responden por ella.</source>
        <comment>what both people of a ceremony consent to</comment>
        <translation>One person conducts it and another witnesses it; both answer for it.</translation>
    </message>
    <message>
        <source>Quien dirige la ceremonia: escriba sus datos</source>
        <comment>the one who consents</comment>
        <translation>Whoever conducts the ceremony: type your credentials</translation>
    </message>
    <message>
        <source>Quien la presencia: escriba sus datos</source>
        <comment>the second who consents</comment>
        <translation>Whoever witnesses it: type your credentials</translation>
    </message>
</context>
<context>
    <name>CertificateLists</name>
    <message>
        <source>Todos los documentos</source>
        <comment>title of a list</comment>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Solicitud</source>
        <comment>column: number of a request</comment>
        <translation>Request</translation>
    </message>
    <message>
        <source>Número</source>
        <comment>column: number of a certificate</comment>
        <translation>Number</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>column: type of certificate</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>Titular</source>
        <comment>column: whom it is about</comment>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Solicitante</source>
        <comment>column: who asked</comment>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>column: stage of a request</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Para el</source>
        <comment>column: day on which it is due</comment>
        <translation>Due</translation>
    </message>
    <message>
        <source>Recibida</source>
        <comment>column: day on which it was asked for</comment>
        <translation>Received</translation>
    </message>
    <message>
        <source>Dónde avisarle</source>
        <comment>column: how the applicant is told</comment>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Días sin recoger</source>
        <comment>column: days for which nobody collected it</comment>
        <translation>Days waiting</translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>label of the choice of a stage</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Todas</source>
        <comment>all stages</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>Por atender</source>
        <comment>stages that await somebody</comment>
        <translation>Awaiting somebody</translation>
    </message>
    <message>
        <source>Sin recoger</source>
        <comment>issued and not collected for long</comment>
        <translation>Not collected</translation>
    </message>
    <message>
        <source>número, titular, solicitante o documento</source>
        <comment>what may be typed to narrow a list</comment>
        <translation>number, holder, applicant or document</translation>
    </message>
    <message>
        <source>Todavía no hay solicitudes</source>
        <comment>an empty list of certificates</comment>
        <translation>There are no requests yet</translation>
    </message>
    <message>
        <source>Reciba la primera con «Nueva solicitud».</source>
        <comment>advice at an empty list of certificates</comment>
        <translation>Take the first one with “New request”.</translation>
    </message>
    <message>
        <source>Notificaciones</source>
        <comment>title of a list</comment>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Notificación</source>
        <comment>column: number of a notification</comment>
        <translation>Notification</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>column: number of what is notified</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>Persona</source>
        <comment>column: who is told</comment>
        <translation>Person</translation>
    </message>
    <message>
        <source>Manera</source>
        <comment>column: how somebody is told</comment>
        <translation>Manner</translation>
    </message>
    <message>
        <source>Dónde</source>
        <comment>column: address</comment>
        <translation>Where</translation>
    </message>
    <message>
        <source>Intentos</source>
        <comment>column: how often it was tried</comment>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>Notificada</source>
        <comment>column: day on which somebody was told</comment>
        <translation>Served</translation>
    </message>
    <message>
        <source>Recurso hasta</source>
        <comment>column: last day of the appeal</comment>
        <translation>Appeal until</translation>
    </message>
    <message>
        <source>Respuesta hasta</source>
        <comment>column: last day for an answer</comment>
        <translation>Answer until</translation>
    </message>
    <message>
        <source>Cuáles</source>
        <comment>label of the choice of notifications</comment>
        <translation>Which</translation>
    </message>
    <message>
        <source>Por notificar</source>
        <comment>notifications that nobody was told of</comment>
        <translation>To be served</translation>
    </message>
    <message>
        <source>Sin respuesta en plazo</source>
        <comment>notices that nobody answered in time</comment>
        <translation>Not answered in time</translation>
    </message>
    <message>
        <source>Inactivas</source>
        <comment>served long ago and nothing asked since</comment>
        <translation>Inactive</translation>
    </message>
    <message>
        <source>Todas</source>
        <comment>all notifications</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>número, persona o dirección</source>
        <comment>what may be typed to narrow a list</comment>
        <translation>number, person or address</translation>
    </message>
    <message>
        <source>Nada por notificar</source>
        <comment>an empty list of notifications</comment>
        <translation>Nothing to notify</translation>
    </message>
    <message>
        <source>Lo que se resuelve y debe notificarse aparece aquí al firmarse.</source>
        <comment>advice at an empty list of notifications</comment>
        <translation>What is resolved and has to be notified appears here once it is signed.</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>Redactar</source>
        <comment>button: writes a certificate</comment>
        <translation>Write</translation>
    </message>
    <message>
        <source>Redacte el documento</source>
        <comment>what is to be done: write a certificate</comment>
        <translation>Write the document</translation>
    </message>
    <message>
        <source>Está bien: confrontado</source>
        <comment>button: the draft agrees with its sources</comment>
        <translation>It is right: reviewed</translation>
    </message>
    <message>
        <source>Confronte el borrador con sus fuentes</source>
        <comment>what is to be done: review a draft</comment>
        <translation>Compare the draft with its sources</translation>
    </message>
    <message>
        <source>De acuerdo</source>
        <comment>button: the legal adviser agrees</comment>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Revise jurídicamente el borrador</source>
        <comment>what is to be done: legal review</comment>
        <translation>Review the draft legally</translation>
    </message>
    <message>
        <source>Firmar</source>
        <comment>button: signs certificates</comment>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Firme el documento</source>
        <comment>what is to be done: sign</comment>
        <translation>Sign the document</translation>
    </message>
    <message>
        <source>Dar visto bueno</source>
        <comment>button: the second signature</comment>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>Dé el visto bueno</source>
        <comment>what is to be done: endorse</comment>
        <translation>Endorse it</translation>
    </message>
    <message>
        <source>Devolver</source>
        <comment>button: back to who wrote it</comment>
        <translation>Return</translation>
    </message>
    <message>
        <source>Dar por terminada</source>
        <comment>button: ends a request</comment>
        <translation>End it</translation>
    </message>
    <message>
        <source>Imprimir en papel</source>
        <comment>button: prints on security paper</comment>
        <translation>Print on paper</translation>
    </message>
    <message>
        <source>Imprímalo en papel especial</source>
        <comment>what is to be done: print</comment>
        <translation>Print it on security paper</translation>
    </message>
    <message>
        <source>Decir cómo salió</source>
        <comment>button: says how a print came out</comment>
        <translation>Say how it came out</translation>
    </message>
    <message>
        <source>Mire las hojas que se imprimieron</source>
        <comment>what is to be done: look at printed sheets</comment>
        <translation>Look at the sheets that were printed</translation>
    </message>
    <message>
        <source>Entregar</source>
        <comment>button: hands a certificate over</comment>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Entréguelo cuando lo recojan</source>
        <comment>what is to be done: hand over</comment>
        <translation>Hand it over when it is collected</translation>
    </message>
    <message>
        <source>Dar otra vez</source>
        <comment>button: somebody asks once more for a certificate</comment>
        <translation>Give once more</translation>
    </message>
    <message>
        <source>Archivar</source>
        <comment>button: nobody collected it</comment>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Nadie lo recogió: archívelo</source>
        <comment>what is to be done: archive</comment>
        <translation>Nobody collected it: archive it</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>button: takes a certificate&apos;s validity</comment>
        <translation>Annul</translation>
    </message>
    <message>
        <source>Completar pruebas</source>
        <comment>button: adds long-term proofs to a signature</comment>
        <translation>Complete proofs</translation>
    </message>
    <message>
        <source>(reservado)</source>
        <comment>in the place of a name that is withheld</comment>
        <translation>(confidential)</translation>
    </message>
    <message>
        <source>%1, vencida</source>
        <comment>%1 is a day that has passed</comment>
        <translation>%1, overdue</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>a step in a history; %1 time, %2 what, %3 who</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step in a history with what was remarked</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>%1: bien</source>
        <comment>%1 is a check that passed</comment>
        <translation>%1: good</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 is a check, %2 sentences that say why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: mal</source>
        <comment>%1 is a check that failed</comment>
        <translation>%1: bad</translation>
    </message>
    <message>
        <source>%1: no se hizo</source>
        <comment>%1 is a check that was not performed</comment>
        <translation>%1: not done</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>%1 is a check, %2 the file that it is of</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Sobra o no se reconoce: %1. Ayuda: troquel-desk --help</source>
        <comment>%1 is a word of the command line</comment>
        <translation>Not expected: %1. Help: troquel-desk --help</translation>
    </message>
    <message>
        <source>Falta el valor de %1. Ayuda: troquel-desk --help</source>
        <comment>%1 is an option</comment>
        <translation>The value of %1 is missing. Help: troquel-desk --help</translation>
    </message>
    <message>
        <source>%1 no admite «%2». Ayuda: troquel-desk --help</source>
        <comment>%1 is an option, %2 its value</comment>
        <translation>%1 does not take “%2”. Help: troquel-desk --help</translation>
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
        <translation>Troquel: the desks of production, stock and certificates.

Use: troquel-desk [options]

  --home FOLDER          The institution&apos;s folder (or TROQUEL_HOME; else ~/.troquel). Where it is empty, the program
                         offers to make a training institution.
  --server ADDRESS       The service, https://server:8443 (or TROQUEL_SERVER), or several with commas between them.
                         Without it the institution is on this machine. The workstation is enrolled before, with
                         “troquel workstation”.
  --workstation NAME     This workstation, where the institution is on this machine; linea-1 without it.
  --printer PRINTER      folder, or the printer&apos;s IPP address
  --reader READER        simulated, or the name of a PC/SC reader
  --camera CAMERA        none, or folder
  --language LANGUAGE    es or en
  --theme THEME          light or dark; F11 changes it
  --lock-after MINUTES   Locks the window when nobody touches it; 5 without it
  --mute                 No sounds
  --help                 Shows this help

Each button has its key written on it. The barcode reader works on every page, without choosing a field first.

Examples:
  troquel-desk
  troquel-desk --home /srv/practice --theme dark
  troquel-desk --server https://troquel.internal:8443 --reader &quot;ACS ACR1252&quot;</translation>
    </message>
    <message>
        <source>No hay pantalla en esta sesión: abra troquel-desk desde el escritorio del equipo. Sin pantalla se trabaja con «troquel».</source>
        <comment>the program was started where no window can be shown</comment>
        <translation>There is no display in this session: start troquel-desk from the machine’s desktop. Without a display one works with “troquel”.</translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message>
        <source>Conteos</source>
        <comment>title of the list of counts</comment>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Conteo</source>
        <comment>column: number of a count</comment>
        <translation>Count</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>column: state of a count</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>column: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>column: kind of a count</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Vuelta</source>
        <comment>column: round of a count</comment>
        <translation>Round</translation>
    </message>
    <message>
        <source>Planeado</source>
        <comment>column: when a count was planned</comment>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Por</source>
        <comment>column: who planned a count</comment>
        <translation>By</translation>
    </message>
    <message>
        <source>Cerrado</source>
        <comment>column: when a count was closed</comment>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Lo último arriba</source>
        <comment>sort: newest first</comment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Por situación</source>
        <comment>sort: by state</comment>
        <translation>By standing</translation>
    </message>
    <message>
        <source>Número, lugar, situación…</source>
        <comment>what may be typed to narrow counts</comment>
        <translation>Number, place, standing…</translation>
    </message>
    <message>
        <source>No hay conteos para usted</source>
        <comment>empty list of counts</comment>
        <translation>There are no counts for you</translation>
    </message>
    <message>
        <source>Los planea un supervisor o un auditor.</source>
        <comment>advice at an empty list of counts</comment>
        <translation>A supervisor or an auditor plans them.</translation>
    </message>
    <message>
        <source>Planear un conteo</source>
        <comment>title of a form</comment>
        <translation>Plan a count</translation>
    </message>
    <message>
        <source>Dos personas cuentan por separado, sin ver lo que dicen los libros.</source>
        <comment>what the form is for</comment>
        <translation>Two people count apart, without seeing what the books say.</translation>
    </message>
    <message>
        <source>Planear</source>
        <comment>button of the form</comment>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>label: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>label: kind of a count</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Conteo %1 planeado.</source>
        <comment>after a count was planned; %1 number</comment>
        <translation>Count %1 is planned.</translation>
    </message>
    <message>
        <source>Calendario de conteos</source>
        <comment>title of a form</comment>
        <translation>Schedule of counts</translation>
    </message>
    <message>
        <source>Cada cuántos días se cuenta un lugar; 0 es nunca.</source>
        <comment>what the form is for</comment>
        <translation>Every how many days a place is counted; 0 is never.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <comment>button of the form</comment>
        <translation>Save</translation>
    </message>
    <message>
        <source>Días</source>
        <comment>label: number of days</comment>
        <translation>Days</translation>
    </message>
    <message>
        <source>El calendario quedó guardado.</source>
        <comment>after a schedule was set</comment>
        <translation>The schedule is saved.</translation>
    </message>
    <message>
        <source>%1: cada %2 días, toca el %3</source>
        <comment>a place to count; %2 days, %3 date</comment>
        <translation>%1: every %2 days, due on %3</translation>
    </message>
    <message>
        <source>Ningún lugar tiene calendario.</source>
        <comment>no place has a schedule</comment>
        <translation>No place has a schedule.</translation>
    </message>
    <message>
        <source>Calendario</source>
        <comment>button: which places are due</comment>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Planear conteo</source>
        <comment>button</comment>
        <translation>Plan a count</translation>
    </message>
    <message>
        <source>Cambiar calendario</source>
        <comment>button</comment>
        <translation>Change the schedule</translation>
    </message>
    <message>
        <source>Qué se cuenta</source>
        <comment>label: item</comment>
        <translation>What is counted</translation>
    </message>
    <message>
        <source>Todo</source>
        <comment>all items</comment>
        <translation>Everything</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message numerus="yes">
        <source>%1 (le queda(n) %n día(s))</source>
        <comment>%1 is the day on which something ends</comment>
        <translation>
            <numerusform>%1 (1 day left)</numerusform>
            <numerusform>%1 (%n days left)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (ya venció)</source>
        <comment>%1 is the day on which it ended</comment>
        <translation>%1 (over)</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Retener la orden %1</source>
        <comment>title; %1 is an order</comment>
        <translation>Hold order %1</translation>
    </message>
    <message>
        <source>Soltar la orden %1</source>
        <comment>title; %1 is an order</comment>
        <translation>End the hold of order %1</translation>
    </message>
    <message>
        <source>Prioridad y fecha de la orden %1</source>
        <comment>title; %1 is an order</comment>
        <translation>Priority and day of order %1</translation>
    </message>
    <message>
        <source>Devolver a captura la orden %1</source>
        <comment>title; %1 is an order</comment>
        <translation>Send order %1 back to capture</translation>
    </message>
    <message>
        <source>Cancelar la orden %1</source>
        <comment>title; %1 is an order</comment>
        <translation>Cancel order %1</translation>
    </message>
    <message>
        <source>Mostrador para la orden %1</source>
        <comment>title; %1 is an order</comment>
        <translation>Counter for order %1</translation>
    </message>
    <message>
        <source>Dar por buena la orden %1</source>
        <comment>title; %1 is an order</comment>
        <translation>Find order %1 good</translation>
    </message>
    <message>
        <source>Nadie trabaja en ella hasta que se suelte.</source>
        <comment>what a hold means</comment>
        <translation>Nobody works on it until the hold ends.</translation>
    </message>
    <message>
        <source>La línea sigue con ella donde quedó.</source>
        <comment>what ending a hold means</comment>
        <translation>The line goes on with it where it stopped.</translation>
    </message>
    <message>
        <source>La orden toma otro turno en la línea. Deje vacía la fecha si no se promete ninguna.</source>
        <comment>what another turn means</comment>
        <translation>The order takes another turn in the line. Leave the day empty where none is promised.</translation>
    </message>
    <message>
        <source>La orden termina, su pieza queda dañada y su recibo puede usarse otra vez.</source>
        <comment>what sending an order back means</comment>
        <translation>The order ends, its piece is spoiled, and its receipt can be used again.</translation>
    </message>
    <message>
        <source>La orden termina para siempre y su pieza queda dañada. No se puede deshacer.</source>
        <comment>what cancelling an order means</comment>
        <translation>The order ends for good and its piece is spoiled. This cannot be undone.</translation>
    </message>
    <message>
        <source>La orden se hace en ese puesto mientras su titular espera. Deje vacío el puesto para que vuelva a la cola.</source>
        <comment>what keeping an order for a counter means</comment>
        <translation>The order is made at that workstation while its holder waits. Leave the workstation empty for it to go back to the queue.</translation>
    </message>
    <message>
        <source>Dos personas que no hicieron el documento miraron la página y la hallaron buena: un inspector y usted.</source>
        <comment>what overriding an inspection means</comment>
        <translation>Two people who did not make the document looked at the page and found it good: an inspector and you.</translation>
    </message>
    <message>
        <source>Retener</source>
        <comment>button: holds an order</comment>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Soltar</source>
        <comment>button: ends the hold of an order</comment>
        <translation>End the hold</translation>
    </message>
    <message>
        <source>Dar este turno</source>
        <comment>button: gives an order another turn</comment>
        <translation>Give this turn</translation>
    </message>
    <message>
        <source>Devolver a captura</source>
        <comment>button: sends an order back</comment>
        <translation>Send back to capture</translation>
    </message>
    <message>
        <source>Cancelar la orden</source>
        <comment>button: cancels an order</comment>
        <translation>Cancel the order</translation>
    </message>
    <message>
        <source>Mostrador</source>
        <comment>button: keeps an order for a workstation</comment>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Pedir al inspector</source>
        <comment>button: asks an inspector to agree</comment>
        <translation>Ask the inspector</translation>
    </message>
    <message>
        <source>La orden quedó retenida.</source>
        <comment>after a decision</comment>
        <translation>The order is held.</translation>
    </message>
    <message>
        <source>La orden vuelve a la línea.</source>
        <comment>after a decision</comment>
        <translation>The order goes back to the line.</translation>
    </message>
    <message>
        <source>La orden tiene otro turno.</source>
        <comment>after a decision</comment>
        <translation>The order has another turn.</translation>
    </message>
    <message>
        <source>La orden volvió a captura.</source>
        <comment>after a decision</comment>
        <translation>The order went back to capture.</translation>
    </message>
    <message>
        <source>La orden quedó cancelada.</source>
        <comment>after a decision</comment>
        <translation>The order is cancelled.</translation>
    </message>
    <message>
        <source>El mostrador de la orden quedó anotado.</source>
        <comment>after a decision</comment>
        <translation>The counter of the order is noted.</translation>
    </message>
    <message>
        <source>La página quedó por buena; la orden sigue.</source>
        <comment>after a decision</comment>
        <translation>The page was found good; the order goes on.</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label of the reason of a decision</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Prioridad</source>
        <comment>label of the priority</comment>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Puesto del mostrador</source>
        <comment>label of a workstation</comment>
        <translation>Workstation of the counter</translation>
    </message>
    <message>
        <source>Inspector que miró la página: escriba sus datos</source>
        <comment>the one who consents first</comment>
        <translation>Inspector who looked at the page: enter your credentials</translation>
    </message>
    <message>
        <source>Orden %1: %2</source>
        <comment>what is consented to; %1 is an order, %2 the reason</comment>
        <translation>Order %1: %2</translation>
    </message>
    <message>
        <source>Prometida para el</source>
        <comment>label of the day an order is due on</comment>
        <translation>Promised for</translation>
    </message>
    <message>
        <source>2026-12-31</source>
        <comment>hint how a day is written</comment>
        <translation>2026-12-31</translation>
    </message>
</context>
<context>
    <name>DeskKind</name>
    <message>
        <source>Producción</source>
        <comment>tab of the production desk</comment>
        <translation>Production</translation>
    </message>
    <message>
        <source>Supervisión</source>
        <comment>tab of the supervision desk</comment>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Existencias</source>
        <comment>tab of the stock desk</comment>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Certificaciones</source>
        <comment>tab of the certificates desk</comment>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Plantillas</source>
        <comment>tab of the templates desk</comment>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Inspección</source>
        <comment>tab of the inspection desk</comment>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Seguridad</source>
        <comment>tab of the security desk</comment>
        <translation>Security</translation>
    </message>
</context>
<context>
    <name>DestructionWords</name>
    <message>
        <source>Destrucciones</source>
        <comment>title of the list of destructions</comment>
        <translation>Destructions</translation>
    </message>
    <message>
        <source>Destrucción</source>
        <comment>column: number of a destruction</comment>
        <translation>Destruction</translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>column: stage</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Piezas</source>
        <comment>column: quantity</comment>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>Solicitada</source>
        <comment>column: when it was requested</comment>
        <translation>Requested</translation>
    </message>
    <message>
        <source>Por</source>
        <comment>column: who requested it</comment>
        <translation>By</translation>
    </message>
    <message>
        <source>Terminada</source>
        <comment>column: when it ended</comment>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Lo último arriba</source>
        <comment>sort: newest first</comment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Por etapa</source>
        <comment>sort: by stage</comment>
        <translation>By stage</translation>
    </message>
    <message>
        <source>Número, etapa, persona…</source>
        <comment>what may be typed to narrow destructions</comment>
        <translation>Number, stage, person…</translation>
    </message>
    <message>
        <source>No hay destrucciones</source>
        <comment>empty list of destructions</comment>
        <translation>There are no destructions</translation>
    </message>
    <message>
        <source>Se solicitan con lo que está en el depósito de destrucción.</source>
        <comment>advice at the empty list of destructions</comment>
        <translation>They are requested for what is in the destruction store.</translation>
    </message>
    <message>
        <source>Solicitar una destrucción</source>
        <comment>title of a form</comment>
        <translation>Request a destruction</translation>
    </message>
    <message>
        <source>Lea las piezas; o deje la lista vacía y pida todas las de un lugar y estado.</source>
        <comment>what the form is for</comment>
        <translation>Scan the blanks; or leave the list empty and ask for all of a place and state.</translation>
    </message>
    <message>
        <source>Solicitar</source>
        <comment>button of the form</comment>
        <translation>Request</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Piezas o rangos</source>
        <comment>label of the list of serials</comment>
        <translation>Blanks or ranges</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>label: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>label: state</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Llegadas hasta (año-mes-día)</source>
        <comment>label: a date</comment>
        <translation>Arrived until (year-month-day)</translation>
    </message>
    <message>
        <source>Destrucción %1 solicitada: %2 piezas. Falta la autorización superior.</source>
        <comment>after a destruction was requested; %1 number, %2 quantity</comment>
        <translation>Destruction %1 is requested: %2 blanks. The superior authority has yet to agree.</translation>
    </message>
    <message>
        <source>Solicitar destrucción</source>
        <comment>button</comment>
        <translation>Request a destruction</translation>
    </message>
    <message>
        <source>Solo lo leído</source>
        <comment>no place: what is scanned</comment>
        <translation>Only what was scanned</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>El chip está en blanco: no se grabó nada. Si es esta pieza, no se tocó.</source>
        <comment>what the chip of a doubt says after encoding</comment>
        <translation>The chip is blank: nothing was written. If this is the blank, it was not touched.</translation>
    </message>
    <message>
        <source>El chip quedó a medio grabar y no puede completarse: la pieza está dañada.</source>
        <comment>what the chip of a doubt says after encoding</comment>
        <translation>The chip is half written and cannot be completed: the blank is spoiled.</translation>
    </message>
    <message>
        <source>El chip está grabado y cerrado. Si es esta pieza, quedó bien; la inspección lo comprobará.</source>
        <comment>what the chip of a doubt says after encoding</comment>
        <translation>The chip is written and locked. If this is the blank, it is done well; inspection will verify it.</translation>
    </message>
    <message>
        <source>El chip está grabado y cerrado, como debe ser antes de imprimir.</source>
        <comment>what the chip of a doubt says before printing</comment>
        <translation>The chip is written and locked, as it must be before printing.</translation>
    </message>
    <message>
        <source>El chip está en blanco, como debe ser antes de grabar.</source>
        <comment>what the chip of a doubt says before encoding</comment>
        <translation>The chip is blank, as it must be before it is encoded.</translation>
    </message>
    <message>
        <source>El chip no está como debe: compruebe que es esta pieza.</source>
        <comment>what the chip of a doubt says while its page was printed</comment>
        <translation>The chip is not as it must be: check that this is the blank.</translation>
    </message>
    <message>
        <source>El chip no es el de este documento. Ponga la pieza correcta y pregunte otra vez; si es ella, alguien cambió su chip: dígala dañada y avise al oficial de seguridad.</source>
        <comment>what the chip of a doubt says</comment>
        <translation>The chip is not this document’s. Lay the right blank on and ask again; if it is that one, somebody changed its chip: call it spoiled and tell the security officer.</translation>
    </message>
    <message>
        <source>No hay ninguna pieza en el lector. Póngala y pregunte otra vez.</source>
        <comment>what the chip of a doubt says: nothing lies there</comment>
        <translation>Nothing lies on the reader. Lay the blank on it and ask again.</translation>
    </message>
    <message>
        <source>Esta pieza no tiene chip: decide lo que se ve.</source>
        <comment>a blank without a chip</comment>
        <translation>This blank has no chip: what is seen decides.</translation>
    </message>
    <message>
        <source>El chip no responde como se espera. Compruebe que es esta pieza; si lo es, está dañada.</source>
        <comment>what the chip of a doubt says: it is unclear</comment>
        <translation>The chip does not answer as expected. Check that this is the blank; if it is, it is spoiled.</translation>
    </message>
    <message>
        <source>Mire la página: completa y limpia, quedó bien; en blanco, no se tocó; lo demás, dañada.</source>
        <comment>how to judge the page of a doubt</comment>
        <translation>Look at the page: whole and clean, it is done well; blank, it was not touched; anything else, spoiled.</translation>
    </message>
    <message>
        <source>No se sabe cómo terminó la impresión</source>
        <comment>title of a doubt</comment>
        <translation>Nobody knows how printing ended</translation>
    </message>
    <message>
        <source>No se sabe cómo terminó la grabación del chip</source>
        <comment>title of a doubt</comment>
        <translation>Nobody knows how encoding the chip ended</translation>
    </message>
    <message>
        <source>No se sabe cómo terminó el paso</source>
        <comment>title of a doubt</comment>
        <translation>Nobody knows how the step ended</translation>
    </message>
</context>
<context>
    <name>Duties</name>
    <message>
        <source>%1: no interviene en la producción de documentos.</source>
        <comment>%1 is a role</comment>
        <translation>%1: takes no part in the making of documents.</translation>
    </message>
    <message>
        <source>%1: puede %2.</source>
        <comment>%1 is a role, %2 what it may do</comment>
        <translation>%1: may %2.</translation>
    </message>
    <message>
        <source>No se junta con %1: una sola persona guardaría las piezas y las personalizaría, y podría hacer documentos que nadie cuenta.</source>
        <comment>%1 are roles; why they are kept apart</comment>
        <translation>Not joined with %1: one person would keep the blanks and personalise them, and could make documents that nobody counts.</translation>
    </message>
    <message>
        <source>No se junta con %1: una sola persona podría tomar una orden, hacer el documento, inspeccionarlo y liberarlo, sin que nadie más lo vea.</source>
        <comment>%1 are roles; why they are kept apart</comment>
        <translation>Not joined with %1: one person could take an order, make the document, inspect and release it, and nobody else would see it.</translation>
    </message>
    <message>
        <source>No se junta con %1.</source>
        <comment>%1 are roles</comment>
        <translation>Not joined with %1.</translation>
    </message>
    <message>
        <source>Se puede juntar con cualquier otra función.</source>
        <comment>about a role</comment>
        <translation>May be joined with any other role.</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Guardar como</source>
        <comment>title of the dialog that asks where to save</comment>
        <translation>Save as</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>Recibidas</source>
        <comment>orders at a stage</comment>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Autorizadas</source>
        <comment>orders at a stage</comment>
        <translation>Cleared</translation>
    </message>
    <message>
        <source>Preparadas</source>
        <comment>orders at a stage</comment>
        <translation>Prepared</translation>
    </message>
    <message>
        <source>Impresas</source>
        <comment>orders at a stage</comment>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Grabadas</source>
        <comment>orders at a stage</comment>
        <translation>Encoded</translation>
    </message>
    <message>
        <source>Inspeccionadas</source>
        <comment>orders at a stage</comment>
        <translation>Inspected</translation>
    </message>
    <message>
        <source>Liberadas hoy</source>
        <comment>orders that were released today</comment>
        <translation>Released today</translation>
    </message>
    <message numerus="yes">
        <source>%n en proceso</source>
        <comment>orders that stations are at</comment>
        <translation>
            <numerusform>%n at work</numerusform>
            <numerusform>%n at work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retenida(s)</source>
        <comment>orders that are held</comment>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n en duda</source>
        <comment>orders in doubt</comment>
        <translation>
            <numerusform>%n in doubt</numerusform>
            <numerusform>%n in doubt</numerusform>
        </translation>
    </message>
    <message>
        <source>Autoriza %1</source>
        <comment>what a station is at; %1 is an order</comment>
        <translation>Clears %1</translation>
    </message>
    <message>
        <source>Prepara %1</source>
        <comment>what a station is at; %1 is an order</comment>
        <translation>Prepares %1</translation>
    </message>
    <message>
        <source>Imprime %1</source>
        <comment>what a station is at; %1 is an order</comment>
        <translation>Prints %1</translation>
    </message>
    <message>
        <source>Graba %1</source>
        <comment>what a station is at; %1 is an order</comment>
        <translation>Encodes %1</translation>
    </message>
    <message>
        <source>Inspecciona %1</source>
        <comment>what a station is at; %1 is an order</comment>
        <translation>Inspects %1</translation>
    </message>
    <message>
        <source>Espera trabajo</source>
        <comment>a station is at nothing</comment>
        <translation>Waits for work</translation>
    </message>
    <message>
        <source>En pausa: %1</source>
        <comment>a workstation rests; %1 says why</comment>
        <translation>Pauses: %1</translation>
    </message>
    <message>
        <source>Termina y cierra: %1</source>
        <comment>a workstation takes nothing new; %1 says why</comment>
        <translation>Ends what it began: %1</translation>
    </message>
    <message>
        <source>La impresora espera a alguien</source>
        <comment>a printer wants somebody</comment>
        <translation>The printer waits for somebody</translation>
    </message>
    <message>
        <source>Espera una pieza</source>
        <comment>a station waits for a blank to be brought</comment>
        <translation>Waits for a piece</translation>
    </message>
    <message>
        <source>Sin señal desde %1 (UTC)</source>
        <comment>a station says nothing; %1 is a time of day</comment>
        <translation>No sign since %1 (UTC)</translation>
    </message>
    <message>
        <source>Lento al %1: %2 s (lo usual: %3 s)</source>
        <comment>a station is slow; %1 is a step as “encode”, %2 and %3 seconds of its passes and of all</comment>
        <translation>Slow to %1: %2 s (usual: %3 s)</translation>
    </message>
    <message>
        <source>Quedan %1 de %2</source>
        <comment>a material is low; %1 how many are left, %2 its name</comment>
        <translation>%1 left of %2</translation>
    </message>
    <message>
        <source>En mostrador: %1</source>
        <comment>an order is kept for this workstation; %1 is the order</comment>
        <translation>At the counter: %1</translation>
    </message>
    <message>
        <source>Sin nadie</source>
        <comment>nobody works at a workstation</comment>
        <translation>Nobody here</translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message>
        <source>Faltantes y sus casos</source>
        <comment>title of the list of cases</comment>
        <translation>Missing blanks and their cases</translation>
    </message>
    <message>
        <source>Caso</source>
        <comment>column: number of a case</comment>
        <translation>Case</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>column: kind of a case</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>column: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>column: state of a case</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Plazo</source>
        <comment>column: day until which a case is to be resolved</comment>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Abierto</source>
        <comment>column: when a case was opened</comment>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Por</source>
        <comment>column: who opened a case</comment>
        <translation>By</translation>
    </message>
    <message>
        <source>Por plazo</source>
        <comment>sort: by deadline</comment>
        <translation>By deadline</translation>
    </message>
    <message>
        <source>Por clase</source>
        <comment>sort: by kind</comment>
        <translation>By kind</translation>
    </message>
    <message>
        <source>Cuáles</source>
        <comment>label of the choice which cases are listed</comment>
        <translation>Which</translation>
    </message>
    <message>
        <source>Abiertos</source>
        <comment>cases that are open</comment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Vencidos</source>
        <comment>cases that are overdue</comment>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Todos</source>
        <comment>all cases</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>Caso, lugar, clase…</source>
        <comment>what may be typed to narrow cases</comment>
        <translation>Case, place, kind…</translation>
    </message>
    <message>
        <source>No hay faltantes</source>
        <comment>empty list of cases</comment>
        <translation>Nothing is missing</translation>
    </message>
    <message>
        <source>Todo está donde dicen los libros.</source>
        <comment>advice at the empty list of cases</comment>
        <translation>Everything is where the books say.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) anotada(s). Casos: %1</source>
        <comment>after a loss was noted; %1 numbers of cases</comment>
        <translation>
            <numerusform>%n blank is noted. Cases: %1</numerusform>
            <numerusform>%n blanks are noted. Cases: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Piezas o rangos</source>
        <comment>label of the list of serials</comment>
        <translation>Blanks or ranges</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Anotar un faltante</source>
        <comment>title of a form</comment>
        <translation>Report missing blanks</translation>
    </message>
    <message>
        <source>Se abre un caso con plazo por cada lugar.</source>
        <comment>what the form is for</comment>
        <translation>A case with a deadline is opened for each place.</translation>
    </message>
    <message>
        <source>Anotar</source>
        <comment>button of the form</comment>
        <translation>Note</translation>
    </message>
    <message>
        <source>Anotar un hallazgo</source>
        <comment>title of a form and of its consent</comment>
        <translation>Report found blanks</translation>
    </message>
    <message>
        <source>Lo hallado va a cuarentena, nunca a la bóveda.</source>
        <comment>what the form is for</comment>
        <translation>What is found goes to quarantine, never to the vault.</translation>
    </message>
    <message>
        <source>Anotar con dos custodios</source>
        <comment>button of the form</comment>
        <translation>Note with two custodians</translation>
    </message>
    <message>
        <source>Denuncia de pérdida o robo</source>
        <comment>title of a form and of its consent</comment>
        <translation>Report of loss or theft</translation>
    </message>
    <message>
        <source>Los documentos hechos con estas piezas quedan anulados.</source>
        <comment>what the form is for</comment>
        <translation>Documents made of these blanks become void.</translation>
    </message>
    <message>
        <source>Registrar entre dos</source>
        <comment>button of the form</comment>
        <translation>Enter with two people</translation>
    </message>
    <message>
        <source>Qué pasó</source>
        <comment>label: lost or stolen</comment>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Se perdió</source>
        <comment>a blank was lost</comment>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Se robó</source>
        <comment>a blank was stolen</comment>
        <translation>Stolen</translation>
    </message>
    <message>
        <source>Número de la denuncia</source>
        <comment>label</comment>
        <translation>Number of the report</translation>
    </message>
    <message>
        <source>Autoridad que la recibió</source>
        <comment>label</comment>
        <translation>Authority that took it</translation>
    </message>
    <message>
        <source>Fecha (año-mes-día)</source>
        <comment>label: a date</comment>
        <translation>Date (year-month-day)</translation>
    </message>
    <message>
        <source>Primera persona: escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation>First person: enter your credentials</translation>
    </message>
    <message>
        <source>Segunda persona: escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation>Second person: enter your credentials</translation>
    </message>
    <message>
        <source>%1: los libros dicen %2, se halló %3</source>
        <comment>matter of a case; %1 serials or lot, %2 expected, %3 found</comment>
        <translation>%1: the books say %2, %3 were found</translation>
    </message>
    <message>
        <source>Anotar faltante</source>
        <comment>button</comment>
        <translation>Report missing</translation>
    </message>
    <message>
        <source>Anotar hallazgo</source>
        <comment>button</comment>
        <translation>Report found</translation>
    </message>
    <message>
        <source>Registrar denuncia</source>
        <comment>button</comment>
        <translation>Enter a loss report</translation>
    </message>
</context>
<context>
    <name>OrderFacts</name>
    <message>
        <source>Orden recibida</source>
        <comment>the first line of an order&apos;s past</comment>
        <translation>Order taken</translation>
    </message>
    <message>
        <source>%1, prioridad %2</source>
        <comment>%1 is a kind of document, %2 a priority</comment>
        <translation>%1, priority %2</translation>
    </message>
    <message>
        <source>Etapa: %1 (%2)</source>
        <comment>%1 is a stage, %2 a standing</comment>
        <translation>Stage: %1 (%2)</translation>
    </message>
    <message>
        <source>Prometida para el %1</source>
        <comment>%1 is a day</comment>
        <translation>Promised for %1</translation>
    </message>
    <message>
        <source>Pieza %1</source>
        <comment>%1 is a serial</comment>
        <translation>Piece %1</translation>
    </message>
    <message>
        <source>Documento %1</source>
        <comment>%1 is a number</comment>
        <translation>Document %1</translation>
    </message>
    <message>
        <source>Captura %1, referencia %2</source>
        <comment>%1 is a capture station, %2 its reference</comment>
        <translation>Capture %1, reference %2</translation>
    </message>
    <message>
        <source>Recibo %1, entrega en %2</source>
        <comment>%1 is a receipt, %2 a site</comment>
        <translation>Receipt %1, delivery at %2</translation>
    </message>
    <message>
        <source>En el mostrador de %1</source>
        <comment>%1 is a workstation</comment>
        <translation>At the counter of %1</translation>
    </message>
    <message>
        <source>La corrige la orden %1</source>
        <comment>%1 is an order</comment>
        <translation>Corrected by order %1</translation>
    </message>
    <message>
        <source>Motivo: %1</source>
        <comment>%1 says why it is held</comment>
        <translation>Reason: %1</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>Orden</source>
        <comment>column: number of the order</comment>
        <translation>Order</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>column: kind of document</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>column: stage of the order</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>column: standing of the order</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Prioridad</source>
        <comment>column: priority</comment>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Vence</source>
        <comment>column: day on which the order is due</comment>
        <translation>Due</translation>
    </message>
    <message>
        <source>Pieza</source>
        <comment>column: serial of the blank</comment>
        <translation>Piece</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>column: number of the document</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>Intento</source>
        <comment>column: number of the attempt</comment>
        <translation>Attempt</translation>
    </message>
    <message>
        <source>Recibida</source>
        <comment>column: day on which the order was taken</comment>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Captura</source>
        <comment>column: station that captured the order, and its reference</comment>
        <translation>Capture</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>column: why it is held or was sent back</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Número</source>
        <comment>sort: by the number of the order</comment>
        <translation>Number</translation>
    </message>
    <message>
        <source>Las últimas primero</source>
        <comment>sort: newest orders first</comment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Turno en la línea</source>
        <comment>sort: as the line takes them</comment>
        <translation>Turn in the line</translation>
    </message>
    <message>
        <source>Fecha prometida</source>
        <comment>sort: by the day they are due on</comment>
        <translation>Day promised</translation>
    </message>
    <message>
        <source>Todas</source>
        <comment>all stages, or all standings</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>Órdenes</source>
        <comment>title of the list of orders</comment>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>label of the choice of a stage</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>label of the choice of a standing</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Orden, pieza, documento…</source>
        <comment>what may be typed to find an order</comment>
        <translation>Order, piece, document…</translation>
    </message>
    <message>
        <source>No hay órdenes</source>
        <comment>an empty list of orders</comment>
        <translation>There are no orders</translation>
    </message>
    <message>
        <source>Espere a que lleguen órdenes de captura.</source>
        <comment>advice at an empty list of orders</comment>
        <translation>Wait for orders to come from the capture stations.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>%1 is the station that captured an order, %2 its reference there</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>OtherCeremonies</name>
    <message>
        <source>Inscribir a quien firma certificaciones</source>
        <comment>a ceremony</comment>
        <translation>Enrol somebody who signs certificates</translation>
    </message>
    <message>
        <source>1. La persona que firmará escribe la frase que abrirá su llave; nadie más la ve.
2. El oficial dirige, y quien firmará consiente.</source>
        <comment>steps of a ceremony</comment>
        <translation>1. The person who will sign types the passphrase that opens their key; nobody else sees it.
2. The officer conducts, and who will sign consents.</translation>
    </message>
    <message>
        <source>Cargo, como saldrá en las certificaciones</source>
        <comment>field</comment>
        <translation>Title of office, as certificates will have it</translation>
    </message>
    <message>
        <source>Frase de quien firmará</source>
        <comment>field</comment>
        <translation>Passphrase of who will sign</translation>
    </message>
    <message>
        <source>Quien firmará: escriba sus datos</source>
        <comment>the second</comment>
        <translation>Whoever will sign: type your credentials</translation>
    </message>
    <message>
        <source>Entrada %1.</source>
        <comment>%1 is an entry</comment>
        <translation>Entry %1.</translation>
    </message>
    <message>
        <source>Terminar la llave de quien firma</source>
        <comment>a ceremony</comment>
        <translation>End a signer&apos;s key</translation>
    </message>
    <message>
        <source>Ya no firmará. Lo que firmó sigue valiendo, salvo que la llave pueda estar en otras manos: entonces haga después la lista de revocación de las firmas de la casa.</source>
        <comment>steps of a ceremony</comment>
        <translation>It signs no more. What it signed stays, unless the key may be in other hands: then make the revocation list of the house&apos;s signatures.</translation>
    </message>
    <message>
        <source>Entrada (FIRMA-2026-000001)</source>
        <comment>field</comment>
        <translation>Entry (FIRMA-2026-000001)</translation>
    </message>
    <message>
        <source>¿Puede estar en otras manos?</source>
        <comment>field</comment>
        <translation>May it be in other hands?</translation>
    </message>
    <message>
        <source>No</source>
        <comment>choice</comment>
        <translation>No</translation>
    </message>
    <message>
        <source>Sí</source>
        <comment>choice</comment>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>field: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>La llave ya no firma.</source>
        <comment>after a signer&apos;s key ended</comment>
        <translation>The key signs no more.</translation>
    </message>
    <message>
        <source>Nombre de la clave, como el perfil del chip</source>
        <comment>field</comment>
        <translation>Name of the key, as in the chip profile</translation>
    </message>
    <message>
        <source>Componente de la primera persona</source>
        <comment>field</comment>
        <translation>The first person&apos;s component</translation>
    </message>
    <message>
        <source>Componente de la segunda persona</source>
        <comment>field</comment>
        <translation>The second person&apos;s component</translation>
    </message>
    <message>
        <source>Valor de la carta del fabricante (KCV)</source>
        <comment>field</comment>
        <translation>Value of the maker&apos;s letter (KCV)</translation>
    </message>
    <message>
        <source>Guardar una clave de transporte</source>
        <comment>a ceremony</comment>
        <translation>Enter a transport key</translation>
    </message>
    <message>
        <source>Cambiar una clave de transporte</source>
        <comment>a ceremony</comment>
        <translation>Replace a transport key</translation>
    </message>
    <message>
        <source>La que hay se destruye. Cada persona escribe su componente; nadie ve el de la otra.</source>
        <comment>steps of a ceremony</comment>
        <translation>The one there is is destroyed. Each person types their component; nobody sees the other&apos;s.</translation>
    </message>
    <message>
        <source>Destruir una clave de transporte</source>
        <comment>a ceremony</comment>
        <translation>Destroy a transport key</translation>
    </message>
    <message>
        <source>Las órdenes de esos chips se retienen desde entonces.</source>
        <comment>steps of a ceremony</comment>
        <translation>Orders of its chips are held from then on.</translation>
    </message>
    <message>
        <source>Nombre de la clave</source>
        <comment>field</comment>
        <translation>Name of the key</translation>
    </message>
    <message>
        <source>La clave ya no existe.</source>
        <comment>after a key was destroyed</comment>
        <translation>The key is gone.</translation>
    </message>
    <message>
        <source>Quien la presencia: escriba sus datos</source>
        <comment>the second who consents</comment>
        <translation>Whoever witnesses it: type your credentials</translation>
    </message>
    <message>
        <source>Segunda persona: escriba sus datos</source>
        <comment>the second who consents</comment>
        <translation>Second person: type your credentials</translation>
    </message>
    <message>
        <source>Cada persona escribe el componente que recibió, sin que la otra mire. Compare después el valor de comprobación con la carta del fabricante.</source>
        <comment>steps of a ceremony</comment>
        <translation>Each person types the component that they were given, while the other does not look. Then compare the check value with the maker&apos;s letter.</translation>
    </message>
    <message>
        <source>Las dos personas responden por la ceremonia.</source>
        <comment>what both people consent to</comment>
        <translation>Both people answer for the ceremony.</translation>
    </message>
    <message>
        <source>Quien dirige la ceremonia: escriba sus datos</source>
        <comment>the one who consents</comment>
        <translation>Whoever conducts the ceremony: type your credentials</translation>
    </message>
    <message>
        <source>Clave %1 guardada, %2.</source>
        <comment>%1 name, %2 cipher</comment>
        <translation>Key %1 entered, %2.</translation>
    </message>
    <message>
        <source>Valor de comprobación: %1. Compárelo con la carta del fabricante.</source>
        <comment>%1 are hexadecimal digits</comment>
        <translation>Check value: %1. Compare it with the maker&apos;s letter.</translation>
    </message>
</context>
<context>
    <name>OwnSecrets</name>
    <message>
        <source>Mi contraseña</source>
        <comment>title</comment>
        <translation>My password</translation>
    </message>
    <message>
        <source>Escriba la que tiene y dos veces la nueva (al menos doce letras).</source>
        <comment>what the form does</comment>
        <translation>Type the one you have, and the new one twice (twelve letters at least).</translation>
    </message>
    <message>
        <source>Cambiar</source>
        <comment>button: changes the password</comment>
        <translation>Change</translation>
    </message>
    <message>
        <source>Contraseña actual</source>
        <comment>field</comment>
        <translation>Present password</translation>
    </message>
    <message>
        <source>Contraseña nueva</source>
        <comment>field</comment>
        <translation>New password</translation>
    </message>
    <message>
        <source>La nueva, otra vez</source>
        <comment>field</comment>
        <translation>The new one, again</translation>
    </message>
    <message>
        <source>Mi generador de códigos</source>
        <comment>title</comment>
        <translation>My generator of codes</translation>
    </message>
    <message>
        <source>Escriba esta clave en la aplicación de códigos de su teléfono: %1
Después escriba aquí el código de seis dígitos que muestra. La clave no se vuelve a mostrar.</source>
        <comment>%1 is a secret in groups of four letters</comment>
        <translation>Type this secret into the application for codes of your telephone: %1
Then type the six-digit code that it shows. The secret is not shown again.</translation>
    </message>
    <message>
        <source>Seguir con quien administra personas</source>
        <comment>button: goes on to the second person&apos;s consent</comment>
        <translation>Go on with whoever manages people</translation>
    </message>
    <message>
        <source>Código de seis dígitos</source>
        <comment>field</comment>
        <translation>Six-digit code</translation>
    </message>
    <message>
        <source>Quien administra personas confirma que el generador es de quien lo registra.</source>
        <comment>what is consented to</comment>
        <translation>Whoever manages people confirms that the generator belongs to whoever enrols it.</translation>
    </message>
    <message>
        <source>Quien registra su generador: escriba sus datos</source>
        <comment>the one who consents</comment>
        <translation>Whoever enrols their generator: type your credentials</translation>
    </message>
    <message>
        <source>Quien administra personas: escriba sus datos</source>
        <comment>the second who consents</comment>
        <translation>Whoever manages people: type your credentials</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>El documento firmado está en %1. Ábralo para imprimirlo.</source>
        <comment>%1 is the path of a PDF file</comment>
        <translation>The signed document is in %1. Open it to print it.</translation>
    </message>
    <message>
        <source>Todavía no hay un documento firmado de esto.</source>
        <comment>no paper about a thing</comment>
        <translation>There is no signed document about this yet.</translation>
    </message>
    <message>
        <source>Esta pieza no tiene fotografías.</source>
        <comment>no evidence of a blank</comment>
        <translation>This blank has no photographs.</translation>
    </message>
    <message>
        <source>Las fotografías están en %1</source>
        <comment>%1 is a list of paths</comment>
        <translation>The photographs are in %1</translation>
    </message>
</context>
<context>
    <name>PdfRows</name>
    <message>
        <source>Página %1</source>
        <comment>foot of a page of a list; %1 its number</comment>
        <translation>Page %1</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Retire la libreta del lector %1</source>
        <comment>prompt; %1 is a reader</comment>
        <translation>Take the book off the reader %1</translation>
    </message>
    <message>
        <source>Ponga la libreta en el lector %1</source>
        <comment>prompt; %1 is a reader</comment>
        <translation>Lay the book on the reader %1</translation>
    </message>
    <message>
        <source>Compruebe el número y póngala otra vez en el lector %1</source>
        <comment>prompt; %1 is a reader</comment>
        <translation>Check the number and lay it on the reader %1 again</translation>
    </message>
    <message>
        <source>Lea el código de una pieza sin usar y póngala en la máquina</source>
        <comment>prompt: any unused blank</comment>
        <translation>Scan an unused blank and put it into the machine</translation>
    </message>
    <message>
        <source>Lea el código de esta pieza y póngala en la máquina</source>
        <comment>prompt: the blank that is named</comment>
        <translation>Scan this blank and put it into the machine</translation>
    </message>
    <message>
        <source>Escanee la página terminada y guarde la imagen en %1</source>
        <comment>prompt; %1 is a folder</comment>
        <translation>Scan the finished page and keep the picture in %1</translation>
    </message>
    <message>
        <source>Atienda la impresora</source>
        <comment>prompt: the printer waits for something</comment>
        <translation>See to the printer</translation>
    </message>
    <message>
        <source>Autorizando la orden</source>
        <comment>what the station is at</comment>
        <translation>Clearing the order</translation>
    </message>
    <message>
        <source>Preparando los datos</source>
        <comment>what the station is at</comment>
        <translation>Preparing the data</translation>
    </message>
    <message>
        <source>Imprimiendo</source>
        <comment>what the station is at</comment>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Grabando el chip: no retire la libreta</source>
        <comment>what the station is at</comment>
        <translation>Encoding the chip: do not take the book off</translation>
    </message>
    <message>
        <source>Inspeccionando</source>
        <comment>what the station is at</comment>
        <translation>Inspecting</translation>
    </message>
    <message>
        <source>Buscando la siguiente orden</source>
        <comment>what the station is at: nothing yet</comment>
        <translation>Looking for the next order</translation>
    </message>
    <message>
        <source>Este puesto dejó de imprimir.</source>
        <comment>a duty is out of service</comment>
        <translation>This station ceased to print.</translation>
    </message>
    <message>
        <source>Este puesto dejó de grabar.</source>
        <comment>a duty is out of service</comment>
        <translation>This station ceased to encode.</translation>
    </message>
    <message>
        <source>Este puesto dejó de inspeccionar.</source>
        <comment>a duty is out of service</comment>
        <translation>This station ceased to inspect.</translation>
    </message>
    <message>
        <source>Órdenes apartadas para después: %1</source>
        <comment>why orders were left; %1 is a sentence</comment>
        <translation>Orders left for later: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n paso(s) hecho(s).</source>
        <comment>report of a run: steps done</comment>
        <translation>
            <numerusform>%n step done.</numerusform>
            <numerusform>%n steps done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rechazado(s): la pieza quedó dañada y la orden toma otra.</source>
        <comment>report of a run: steps refused</comment>
        <translation>
            <numerusform>%n refused: the blank is spoiled and the order takes another one.</numerusform>
            <numerusform>%n refused: the blanks are spoiled and the orders take others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n en duda.</source>
        <comment>report of a run: orders in doubt</comment>
        <translation>
            <numerusform>%n in doubt.</numerusform>
            <numerusform>%n in doubt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(n) que un inspector libere.</source>
        <comment>report of a run: orders that wait for release</comment>
        <translation>
            <numerusform>%n waits for an inspector’s release.</numerusform>
            <numerusform>%n wait for an inspector’s release.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(n) pieza.</source>
        <comment>report of a run: orders that wait for a blank</comment>
        <translation>
            <numerusform>%n waits for a blank.</numerusform>
            <numerusform>%n wait for blanks.</numerusform>
        </translation>
    </message>
    <message>
        <source>Qué hacer ahora: revise el aparato y vuelva a empezar.</source>
        <comment>advice after a machine failed</comment>
        <translation>What to do now: look at the machine and begin again.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: aparte la pieza y abra las dudas.</source>
        <comment>advice after a step ended in doubt</comment>
        <translation>What to do now: lay the blank aside and open the doubts.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: pida piezas a los custodios.</source>
        <comment>advice where blanks lack</comment>
        <translation>What to do now: ask the custodians for blanks.</translation>
    </message>
    <message>
        <source>El puesto está en pausa y no toma órdenes, por %1 desde las %2 (UTC): %3</source>
        <comment>a workstation rests; %1 is a person, %2 a time of day, %3 the reason</comment>
        <translation>The workstation is paused and takes no orders, by %1 since %2 (UTC): %3</translation>
    </message>
    <message>
        <source>El puesto termina lo que empezó y no toma órdenes nuevas, por %1 desde las %2 (UTC): %3</source>
        <comment>a workstation drains; %1 is a person, %2 a time of day, %3 the reason</comment>
        <translation>The workstation ends what it began and takes no new orders, by %1 since %2 (UTC): %3</translation>
    </message>
</context>
<context>
    <name>QuarantineWords</name>
    <message>
        <source>Piezas dañadas en cuarentena</source>
        <comment>title of the list of spoiled blanks</comment>
        <translation>Spoiled blanks in quarantine</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>column: serials</comment>
        <translation>Serials</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Causa</source>
        <comment>column: cause</comment>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>column: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Anotada</source>
        <comment>column: when a blank was spoiled</comment>
        <translation>Noted</translation>
    </message>
    <message>
        <source>Por</source>
        <comment>column: who spoiled a blank</comment>
        <translation>By</translation>
    </message>
    <message>
        <source>Recibida</source>
        <comment>column: when a custodian received it</comment>
        <translation>Received</translation>
    </message>
    <message>
        <source>Recibió</source>
        <comment>column: who received it</comment>
        <translation>Received by</translation>
    </message>
    <message>
        <source>Lo primero arriba</source>
        <comment>sort: oldest first</comment>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>Por causa</source>
        <comment>sort: by cause</comment>
        <translation>By cause</translation>
    </message>
    <message>
        <source>Cuáles</source>
        <comment>label of the choice which spoiled blanks are listed</comment>
        <translation>Which</translation>
    </message>
    <message>
        <source>Por recibir</source>
        <comment>spoiled blanks that no custodian has</comment>
        <translation>To be received</translation>
    </message>
    <message>
        <source>Recibidas</source>
        <comment>spoiled blanks that a custodian has</comment>
        <translation>Received</translation>
    </message>
    <message>
        <source>Todas</source>
        <comment>all spoiled blanks</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>Serie, clase, causa…</source>
        <comment>what may be typed to narrow spoiled blanks</comment>
        <translation>Serial, kind, cause…</translation>
    </message>
    <message>
        <source>No hay piezas dañadas por recibir</source>
        <comment>empty list of spoiled blanks</comment>
        <translation>No spoiled blanks are to be received</translation>
    </message>
    <message>
        <source>Cuando alguien anota una pieza dañada, aparece aquí.</source>
        <comment>advice at the empty list</comment>
        <translation>When somebody notes a spoiled blank, it appears here.</translation>
    </message>
    <message>
        <source>Recibir en cuarentena</source>
        <comment>title of a form</comment>
        <translation>Receive in quarantine</translation>
    </message>
    <message>
        <source>Lea cada pieza dañada que le entregan.</source>
        <comment>what the form is for</comment>
        <translation>Scan each spoiled blank that is handed to you.</translation>
    </message>
    <message>
        <source>Recibir</source>
        <comment>button of the form</comment>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Piezas</source>
        <comment>label of the list of serials</comment>
        <translation>Blanks</translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) recibida(s) en cuarentena.</source>
        <comment>after spoiled blanks were received</comment>
        <translation>
            <numerusform>%n blank was received in quarantine.</numerusform>
            <numerusform>%n blanks were received in quarantine.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasar al depósito de destrucción</source>
        <comment>title of a form and of its consent</comment>
        <translation>Move to the destruction store</translation>
    </message>
    <message>
        <source>Lea cada pieza que pasa.</source>
        <comment>what the form is for</comment>
        <translation>Scan each blank that is moved.</translation>
    </message>
    <message>
        <source>Pasar con dos custodios</source>
        <comment>button of the form</comment>
        <translation>Move with two custodians</translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) pasó(aron) al depósito de destrucción.</source>
        <comment>after blanks were sent to destruction</comment>
        <translation>
            <numerusform>%n blank went to the destruction store.</numerusform>
            <numerusform>%n blanks went to the destruction store.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasan a cuarentena para siempre.</source>
        <comment>what the form is for</comment>
        <translation>They go to quarantine for good.</translation>
    </message>
    <message>
        <source>Retirar con dos custodios</source>
        <comment>button of the form</comment>
        <translation>Withdraw with two custodians</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) retirada(s).</source>
        <comment>after blanks were withdrawn</comment>
        <translation>
            <numerusform>%n blank was withdrawn.</numerusform>
            <numerusform>%n blanks were withdrawn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Vencidas</source>
        <comment>button: withdraws blanks whose time is over</comment>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Retirar piezas vencidas</source>
        <comment>title of a form</comment>
        <translation>Withdraw expired blanks</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>button: withdraws finished documents</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Anular documentos devueltos</source>
        <comment>title of a form</comment>
        <translation>Annul returned documents</translation>
    </message>
    <message>
        <source>Recibir</source>
        <comment>button</comment>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Anotar dañada</source>
        <comment>button: spoils a blank</comment>
        <translation>Note a spoiled one</translation>
    </message>
    <message>
        <source>Fotografía</source>
        <comment>button: adds evidence</comment>
        <translation>Photograph</translation>
    </message>
    <message>
        <source>A destrucción</source>
        <comment>button</comment>
        <translation>To destruction</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>Entregas del proveedor</source>
        <comment>title of the list of deliveries</comment>
        <translation>Deliveries of the supplier</translation>
    </message>
    <message>
        <source>Entrega</source>
        <comment>column: number of a delivery</comment>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>column: outcome of a delivery</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Proveedor</source>
        <comment>column: supplier</comment>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>Orden de compra</source>
        <comment>column: purchase order</comment>
        <translation>Purchase order</translation>
    </message>
    <message>
        <source>Anunciadas</source>
        <comment>column: announced quantity</comment>
        <translation>Announced</translation>
    </message>
    <message>
        <source>Leídas</source>
        <comment>column: scanned quantity</comment>
        <translation>Scanned</translation>
    </message>
    <message>
        <source>Desde</source>
        <comment>column: when a delivery was announced</comment>
        <translation>Since</translation>
    </message>
    <message>
        <source>Por</source>
        <comment>column: who announced a delivery</comment>
        <translation>By</translation>
    </message>
    <message>
        <source>Lo último arriba</source>
        <comment>sort: newest first</comment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Por situación</source>
        <comment>sort: by outcome</comment>
        <translation>By standing</translation>
    </message>
    <message>
        <source>Número, proveedor, orden de compra…</source>
        <comment>what may be typed to narrow deliveries</comment>
        <translation>Number, supplier, purchase order…</translation>
    </message>
    <message>
        <source>No se ha anunciado ninguna entrega</source>
        <comment>empty list of deliveries</comment>
        <translation>No delivery has been announced</translation>
    </message>
    <message>
        <source>Pulse F5 con el archivo que mandó el proveedor.</source>
        <comment>advice at an empty list of deliveries</comment>
        <translation>Press F5 with the file that the supplier sent.</translation>
    </message>
    <message>
        <source>Anunciar una entrega</source>
        <comment>title of a form</comment>
        <translation>Announce a delivery</translation>
    </message>
    <message>
        <source>El archivo es la lista de piezas que mandó el proveedor (XML o CSV). Proveedor y orden de compra hacen falta solo con CSV.</source>
        <comment>what the form is for</comment>
        <translation>The file is the list of blanks that the supplier sent (XML or CSV). Supplier and purchase order are needed with CSV only.</translation>
    </message>
    <message>
        <source>Anunciar</source>
        <comment>button of the form</comment>
        <translation>Announce</translation>
    </message>
    <message>
        <source>Archivo</source>
        <comment>label: a file</comment>
        <translation>File</translation>
    </message>
    <message>
        <source>Proveedor</source>
        <comment>label</comment>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>Orden de compra</source>
        <comment>label</comment>
        <translation>Purchase order</translation>
    </message>
    <message>
        <source>Recibir una entrega completa</source>
        <comment>title of a form and of its consent</comment>
        <translation>Receive a whole delivery</translation>
    </message>
    <message>
        <source>Para entregas que se cuentan por su lista firmada, sin leer pieza por pieza. El archivo es la lista en XML.</source>
        <comment>what the form is for</comment>
        <translation>For deliveries that are counted by their signed list, without scanning blank by blank. The file is the list in XML.</translation>
    </message>
    <message>
        <source>Recibir con dos custodios</source>
        <comment>button of the form</comment>
        <translation>Receive with two custodians</translation>
    </message>
    <message>
        <source>%1 piezas entraron a la bóveda. Acta de recepción: %2</source>
        <comment>after a receipt; %1 quantity, %2 number of a signed paper</comment>
        <translation>%1 blanks came into the vault. Receipt act: %2</translation>
    </message>
    <message>
        <source>Anunciar entrega</source>
        <comment>button</comment>
        <translation>Announce a delivery</translation>
    </message>
    <message>
        <source>Recibir completa</source>
        <comment>button: receives a delivery by its manifest alone</comment>
        <translation>Receive whole</translation>
    </message>
    <message>
        <source>Entrega anunciada: %1 piezas. Ábrala con Intro y lea lo que llegó.</source>
        <comment>after a delivery was announced; %1 quantity</comment>
        <translation>The delivery is announced: %1 blanks. Open it with Enter and scan what came.</translation>
    </message>
    <message>
        <source>Acta de recepción</source>
        <comment>button: saves the act of a receipt</comment>
        <translation>Receipt act</translation>
    </message>
</context>
<context>
    <name>ReconciliationWords</name>
    <message>
        <source>Conciliación</source>
        <comment>title of the reconciliation</comment>
        <translation>Reconciliation</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>column: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>column: state</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Había</source>
        <comment>column: opening balance</comment>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Entró</source>
        <comment>column: what came in</comment>
        <translation>In</translation>
    </message>
    <message>
        <source>Salió</source>
        <comment>column: what went out</comment>
        <translation>Out</translation>
    </message>
    <message>
        <source>Hay</source>
        <comment>column: closing balance</comment>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Por clase</source>
        <comment>sort: by item</comment>
        <translation>By kind</translation>
    </message>
    <message>
        <source>Por lugar</source>
        <comment>sort: by place</comment>
        <translation>By place</translation>
    </message>
    <message>
        <source>Clase, lugar, estado…</source>
        <comment>what may be typed to narrow the reconciliation</comment>
        <translation>Kind, place, state…</translation>
    </message>
    <message>
        <source>No hubo movimientos</source>
        <comment>a reconciliation without lines</comment>
        <translation>There were no movements</translation>
    </message>
</context>
<context>
    <name>RequisitionWords</name>
    <message>
        <source>Requisiciones</source>
        <comment>title of the list of requisitions</comment>
        <translation>Requisitions</translation>
    </message>
    <message>
        <source>Número</source>
        <comment>column: number of a requisition</comment>
        <translation>Number</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>column: stage of a requisition</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Para</source>
        <comment>column: place that asks</comment>
        <translation>For</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <comment>column: quantity</comment>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Pidió</source>
        <comment>column: who asked</comment>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>Desde</source>
        <comment>column: when it was asked</comment>
        <translation>Since</translation>
    </message>
    <message>
        <source>Traslado</source>
        <comment>column: the transfer that answers</comment>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>column: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Lo último arriba</source>
        <comment>sort: newest first</comment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Por situación</source>
        <comment>sort: by stage</comment>
        <translation>By standing</translation>
    </message>
    <message>
        <source>Número, lugar, clase…</source>
        <comment>what may be typed to narrow requisitions</comment>
        <translation>Number, place, kind…</translation>
    </message>
    <message>
        <source>No hay requisiciones</source>
        <comment>empty list of requisitions</comment>
        <translation>There are no requisitions</translation>
    </message>
    <message>
        <source>Pulse F5 para pedir piezas para un lugar.</source>
        <comment>advice at an empty list of requisitions</comment>
        <translation>Press F5 to ask for blanks for a place.</translation>
    </message>
    <message>
        <source>Pedir piezas para un lugar</source>
        <comment>title of a form</comment>
        <translation>Ask for blanks for a place</translation>
    </message>
    <message>
        <source>Pedir</source>
        <comment>button of the form</comment>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Para el lugar</source>
        <comment>label: place</comment>
        <translation>For the place</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <comment>label</comment>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Requisición %1 registrada; espera aprobación.</source>
        <comment>after a requisition was made; %1 number</comment>
        <translation>Requisition %1 is entered; it awaits approval.</translation>
    </message>
    <message>
        <source>Aprobar la requisición %1</source>
        <comment>title of a form; %1 number</comment>
        <translation>Approve the requisition %1</translation>
    </message>
    <message>
        <source>Aprobar</source>
        <comment>button of the form</comment>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Sale de</source>
        <comment>label: place</comment>
        <translation>From</translation>
    </message>
    <message>
        <source>Requisición aprobada. Traslado %1.</source>
        <comment>%1 is the number of a transfer</comment>
        <translation>The requisition is approved. Transfer %1.</translation>
    </message>
    <message>
        <source>Rechazar la requisición %1</source>
        <comment>title of a form; %1 number</comment>
        <translation>Refuse the requisition %1</translation>
    </message>
    <message>
        <source>Rechazar</source>
        <comment>button of the form</comment>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Requisición rechazada.</source>
        <comment>after a requisition was refused</comment>
        <translation>The requisition is refused.</translation>
    </message>
    <message>
        <source>%1 tiene %3 de «%2»; debe tener %4, y %5 vienen en camino.</source>
        <comment>low stock: %1 place, %2 item, %3 usable, %4 minimum, %5 on the way</comment>
        <translation>%1 has %3 of “%2”; it should have %4, and %5 are on the way.</translation>
    </message>
    <message>
        <source>Ningún lugar está por debajo de su mínimo.</source>
        <comment>no low stock</comment>
        <translation>No place is below its minimum.</translation>
    </message>
    <message>
        <source>Pedir piezas</source>
        <comment>button: makes a requisition</comment>
        <translation>Ask for blanks</translation>
    </message>
    <message>
        <source>Aprobar</source>
        <comment>button</comment>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Rechazar</source>
        <comment>button</comment>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Ver lo que escasea</source>
        <comment>button: low stock</comment>
        <translation>Show what runs low</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>label: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Se prepara un traslado desde el lugar que elija.</source>
        <comment>what the form is for</comment>
        <translation>A transfer is prepared from the place that you choose.</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Visto bueno</source>
        <comment>title: the second signature</comment>
        <translation>Endorsement</translation>
    </message>
    <message>
        <source>Firmar</source>
        <comment>title: signing</comment>
        <translation>Sign</translation>
    </message>
    <message numerus="yes">
        <source>Va a firmar %n documento(s): %1</source>
        <comment>%1 are the numbers of requests</comment>
        <translation>
            <numerusform>You are about to sign %n document: %1</numerusform>
            <numerusform>You are about to sign %n documents: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Dar visto bueno</source>
        <comment>button: the second signature</comment>
        <translation>Endorse</translation>
    </message>
    <message>
        <source>Firmar</source>
        <comment>button: signs certificates</comment>
        <translation>Sign</translation>
    </message>
    <message>
        <source>PIN o contraseña de su llave de firma</source>
        <comment>label of a field</comment>
        <translation>PIN or passphrase of your signing key</translation>
    </message>
    <message>
        <source>Usuario de quien dará el visto bueno</source>
        <comment>label of a field</comment>
        <translation>User name of who will endorse</translation>
    </message>
    <message>
        <source>Vacío, si solo hay una persona</source>
        <comment>in the empty field for who will endorse</comment>
        <translation>Empty, where there is only one person</translation>
    </message>
    <message numerus="yes">
        <source>%n documento(s) firmado(s).</source>
        <comment>after signing</comment>
        <translation>
            <numerusform>%n document signed.</numerusform>
            <numerusform>%n documents signed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Firmado: %1.</source>
        <comment>after signing; %1 is the number</comment>
        <translation>Signed: %1.</translation>
    </message>
    <message>
        <source>Lo firmado vale y está guardado, pero todavía le faltan pruebas de largo plazo: %1</source>
        <comment>%1 are sentences</comment>
        <translation>What was signed holds and is kept, but it still lacks proofs for the long term: %1</translation>
    </message>
</context>
<context>
    <name>SpoilWords</name>
    <message>
        <source>Anotar una pieza dañada</source>
        <comment>title of a consent</comment>
        <translation>Note a spoiled blank</translation>
    </message>
    <message>
        <source>Primera persona: escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation>First person: enter your credentials</translation>
    </message>
    <message>
        <source>Segunda persona: mire la pieza y escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation>Second person: look at the blank and enter your credentials</translation>
    </message>
    <message>
        <source>%1 quedó anotada como dañada. Apártela: va a cuarentena.</source>
        <comment>%1 is a serial</comment>
        <translation>%1 is noted as spoiled. Put it aside: it goes to quarantine.</translation>
    </message>
    <message>
        <source>Anotar una pieza dañada</source>
        <comment>title of a form</comment>
        <translation>Note a spoiled blank</translation>
    </message>
    <message>
        <source>Lea la pieza y elija la causa con las flechas.</source>
        <comment>what the form is for</comment>
        <translation>Scan the blank and choose the cause with the arrows.</translation>
    </message>
    <message>
        <source>Anotar</source>
        <comment>button of the form</comment>
        <translation>Note</translation>
    </message>
    <message>
        <source>Pieza</source>
        <comment>label: a serial</comment>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Causa</source>
        <comment>label: cause of the spoilage</comment>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Fotografía (JPEG o PNG)</source>
        <comment>label: a file</comment>
        <translation>Photograph (JPEG or PNG)</translation>
    </message>
    <message>
        <source>Agregar una fotografía</source>
        <comment>title of a form</comment>
        <translation>Add a photograph</translation>
    </message>
    <message>
        <source>Queda unida a la pieza para siempre.</source>
        <comment>what the form is for</comment>
        <translation>It stays bound to the blank for good.</translation>
    </message>
    <message>
        <source>Agregar</source>
        <comment>button of the form</comment>
        <translation>Add</translation>
    </message>
    <message>
        <source>La fotografía quedó unida a la pieza.</source>
        <comment>after a photograph was added</comment>
        <translation>The photograph is bound to the blank.</translation>
    </message>
</context>
<context>
    <name>StepSheets</name>
    <message>
        <source>Confrontado. Pasa a quien sigue.</source>
        <comment>after a review</comment>
        <translation>Reviewed. It goes on to the next person.</translation>
    </message>
    <message>
        <source>Revisión jurídica</source>
        <comment>title of a sheet</comment>
        <translation>Legal review</translation>
    </message>
    <message>
        <source>De acuerdo</source>
        <comment>button: the legal adviser agrees</comment>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Observaciones o dictamen, si los hay</source>
        <comment>label of a field</comment>
        <translation>Remarks or opinion, if any</translation>
    </message>
    <message>
        <source>De acuerdo. Pasa a firma.</source>
        <comment>after a legal review</comment>
        <translation>Agreed. It goes on to be signed.</translation>
    </message>
    <message>
        <source>Devolver a quien redactó</source>
        <comment>title of a sheet</comment>
        <translation>Return to who wrote it</translation>
    </message>
    <message>
        <source>Devolver</source>
        <comment>button: back to who wrote it</comment>
        <translation>Return</translation>
    </message>
    <message>
        <source>Qué hay que corregir</source>
        <comment>label of a field</comment>
        <translation>What has to be corrected</translation>
    </message>
    <message>
        <source>Devuelto a quien redactó.</source>
        <comment>after a draft was returned</comment>
        <translation>Returned to who wrote it.</translation>
    </message>
    <message>
        <source>Dar por terminada la solicitud</source>
        <comment>title of a sheet</comment>
        <translation>End the request</translation>
    </message>
    <message>
        <source>Dar por terminada</source>
        <comment>button: ends a request</comment>
        <translation>End it</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label of a field</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>La solicitud terminó sin documento.</source>
        <comment>after a request was cancelled</comment>
        <translation>The request ended without a document.</translation>
    </message>
    <message>
        <source>Entregar</source>
        <comment>title of a sheet</comment>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Entregar</source>
        <comment>button: hands a certificate over</comment>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Quién recibe</source>
        <comment>label of a field</comment>
        <translation>Who receives it</translation>
    </message>
    <message>
        <source>Con qué se identificó</source>
        <comment>label of a field</comment>
        <translation>How they were identified</translation>
    </message>
    <message>
        <source>Cómo se entrega</source>
        <comment>label of a field</comment>
        <translation>How it is handed over</translation>
    </message>
    <message>
        <source>Entregado.</source>
        <comment>after a hand-over</comment>
        <translation>Handed over.</translation>
    </message>
    <message>
        <source>Quién lo pide otra vez</source>
        <comment>label of a field</comment>
        <translation>Who asks once more</translation>
    </message>
    <message>
        <source>Por qué</source>
        <comment>label of a field</comment>
        <translation>Why</translation>
    </message>
    <message>
        <source>Cómo se da</source>
        <comment>label of a field</comment>
        <translation>How it is given</translation>
    </message>
    <message>
        <source>Observaciones</source>
        <comment>label of a field</comment>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Recibo de pago</source>
        <comment>label of a field</comment>
        <translation>Receipt of payment</translation>
    </message>
    <message>
        <source>Lo pagado</source>
        <comment>label of a field</comment>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Dar otra vez</source>
        <comment>title of a sheet</comment>
        <translation>Give once more</translation>
    </message>
    <message>
        <source>Dar otra vez</source>
        <comment>button: somebody asks once more for a certificate</comment>
        <translation>Give once more</translation>
    </message>
    <message>
        <source>Anotado. Imprima el ejemplar o exporte el archivo, y entréguelo.</source>
        <comment>after a re-issue</comment>
        <translation>Recorded. Print the copy or export the file, and hand it over.</translation>
    </message>
    <message>
        <source>Enviar al archivo</source>
        <comment>title of a sheet</comment>
        <translation>Send to the archive</translation>
    </message>
    <message>
        <source>Archivar</source>
        <comment>button: nobody collected it</comment>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Qué se hace con sus hojas de papel especial</source>
        <comment>label of a field</comment>
        <translation>What becomes of its sheets of security paper</translation>
    </message>
    <message>
        <source>No se imprimió</source>
        <comment>choice for the sheets of what nobody collected</comment>
        <translation>It was not printed</translation>
    </message>
    <message>
        <source>Se conservan</source>
        <comment>choice for the sheets of what nobody collected</comment>
        <translation>They are kept</translation>
    </message>
    <message>
        <source>Se destruyen</source>
        <comment>choice for the sheets of what nobody collected</comment>
        <translation>They are destroyed</translation>
    </message>
    <message>
        <source>Archivado; sigue siendo válido.</source>
        <comment>after a certificate went to the archive</comment>
        <translation>Archived; it stays valid.</translation>
    </message>
    <message>
        <source>¿Cómo salió la impresión?</source>
        <comment>title of a sheet</comment>
        <translation>How did the print come out?</translation>
    </message>
    <message>
        <source>Mire las hojas %1.</source>
        <comment>%1 are the numbers of sheets</comment>
        <translation>Look at the sheets %1.</translation>
    </message>
    <message>
        <source>Anotar</source>
        <comment>button: says how a print came out</comment>
        <translation>Record</translation>
    </message>
    <message>
        <source>El ejemplar</source>
        <comment>label of a choice</comment>
        <translation>The copy</translation>
    </message>
    <message>
        <source>Está completo y limpio</source>
        <comment>choice: how a print came out</comment>
        <translation>Is whole and clean</translation>
    </message>
    <message>
        <source>No salió, o hay hojas dañadas</source>
        <comment>choice: how a print came out</comment>
        <translation>Did not come out, or sheets are spoiled</translation>
    </message>
    <message>
        <source>Hojas dañadas, separadas por espacios</source>
        <comment>label of a field</comment>
        <translation>Spoiled sheets, with blanks between them</translation>
    </message>
    <message>
        <source>Anotado lo que se vio.</source>
        <comment>after the doubt of a print was resolved</comment>
        <translation>What was seen is recorded.</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>title of a sheet</comment>
        <translation>Annul</translation>
    </message>
    <message>
        <source>Seguir</source>
        <comment>button: to the second person&apos;s consent</comment>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Causa de la anulación</source>
        <comment>label of a field</comment>
        <translation>Cause of the annulment</translation>
    </message>
    <message>
        <source>Anular para siempre</source>
        <comment>title of the consent</comment>
        <translation>Annul for good</translation>
    </message>
    <message>
        <source>Se anula %1: %2</source>
        <comment>what is consented to; %1 a number, %2 the cause</comment>
        <translation>%1 is annulled: %2</translation>
    </message>
    <message>
        <source>Primera persona: escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation>First person: type your credentials</translation>
    </message>
    <message>
        <source>Segunda persona que puede anular: escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation>Second person who may annul: type your credentials</translation>
    </message>
    <message>
        <source>Anulado. Quien verifique el documento lo verá.</source>
        <comment>after an annulment</comment>
        <translation>Annulled. Whoever verifies the document will see it.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a certificate; %1 request or number, %2 type</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>StockWords</name>
    <message numerus="yes">
        <source>%1 y %n más</source>
        <comment>%1 is a list, of which %n more are not shown</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Primer custodio: escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation>First custodian: enter your credentials</translation>
    </message>
    <message>
        <source>Segundo custodio: escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation>Second custodian: enter your credentials</translation>
    </message>
</context>
<context>
    <name>SupplyWords</name>
    <message>
        <source>Previsión de existencias</source>
        <comment>title of the forecast</comment>
        <translation>Forecast of stock</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Sede</source>
        <comment>column: site</comment>
        <translation>Site</translation>
    </message>
    <message>
        <source>Hay</source>
        <comment>column: usable quantity</comment>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Por semana</source>
        <comment>column: weekly consumption</comment>
        <translation>A week</translation>
    </message>
    <message>
        <source>Se acaba</source>
        <comment>column: day on which it runs out</comment>
        <translation>Runs out</translation>
    </message>
    <message>
        <source>Pedir cuando haya</source>
        <comment>column: reorder point</comment>
        <translation>Order at</translation>
    </message>
    <message>
        <source>Comprar</source>
        <comment>column: quantity to buy</comment>
        <translation>Buy</translation>
    </message>
    <message>
        <source>Cajas</source>
        <comment>column: boxes to buy</comment>
        <translation>Boxes</translation>
    </message>
    <message>
        <source>Costo</source>
        <comment>column: cost of the purchase</comment>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Por clase</source>
        <comment>sort: by item</comment>
        <translation>By kind</translation>
    </message>
    <message>
        <source>Lo que se acaba antes</source>
        <comment>sort: by the day it runs out</comment>
        <translation>What runs out first</translation>
    </message>
    <message>
        <source>Clase, sede…</source>
        <comment>what may be typed to narrow the forecast</comment>
        <translation>Kind, site…</translation>
    </message>
    <message>
        <source>Todavía no hay consumo que prever</source>
        <comment>empty forecast</comment>
        <translation>There is no consumption to forecast yet</translation>
    </message>
    <message>
        <source>Calidad del proveedor</source>
        <comment>title of the list of quality</comment>
        <translation>Quality of the supplier</translation>
    </message>
    <message>
        <source>Recibo</source>
        <comment>column: receipt</comment>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Proveedor</source>
        <comment>column: supplier</comment>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>Recibidas</source>
        <comment>column: received quantity</comment>
        <translation>Received</translation>
    </message>
    <message>
        <source>Defectuosas</source>
        <comment>column: defective quantity</comment>
        <translation>Defective</translation>
    </message>
    <message>
        <source>Por millón</source>
        <comment>column: defective per million</comment>
        <translation>Per million</translation>
    </message>
    <message>
        <source>Sin reclamo</source>
        <comment>column: serials in no claim</comment>
        <translation>In no claim</translation>
    </message>
    <message>
        <source>Lo peor arriba</source>
        <comment>sort: worst first</comment>
        <translation>Worst first</translation>
    </message>
    <message>
        <source>Por proveedor</source>
        <comment>sort: by supplier</comment>
        <translation>By supplier</translation>
    </message>
    <message>
        <source>Recibo, proveedor, clase…</source>
        <comment>what may be typed to narrow quality</comment>
        <translation>Receipt, supplier, kind…</translation>
    </message>
    <message>
        <source>No se ha recibido nada</source>
        <comment>empty list of quality</comment>
        <translation>Nothing has been received</translation>
    </message>
    <message>
        <source>Reclamar al proveedor por el recibo %1</source>
        <comment>title of a form; %1 receipt</comment>
        <translation>Claim from the supplier over the receipt %1</translation>
    </message>
    <message>
        <source>El caso lleva todas las piezas defectuosas sin reclamo.</source>
        <comment>what the form is for</comment>
        <translation>The case has all defective blanks that are in no claim.</translation>
    </message>
    <message>
        <source>Abrir el reclamo</source>
        <comment>button of the form</comment>
        <translation>Open the claim</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Reclamo %1 abierto por %2 piezas.</source>
        <comment>after a claim; %1 number of a case, %2 quantity</comment>
        <translation>Claim %1 is opened over %2 blanks.</translation>
    </message>
    <message>
        <source>Reclamar</source>
        <comment>button: opens a claim to the supplier</comment>
        <translation>Claim</translation>
    </message>
</context>
<context>
    <name>TransferWords</name>
    <message>
        <source>Traslados</source>
        <comment>title of the list of transfers</comment>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Traslado</source>
        <comment>column: number of a transfer</comment>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>column: stage of a transfer</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Sale de</source>
        <comment>column: place a transfer leaves</comment>
        <translation>From</translation>
    </message>
    <message>
        <source>Llega a</source>
        <comment>column: place a transfer goes to</comment>
        <translation>To</translation>
    </message>
    <message>
        <source>Piezas</source>
        <comment>column: quantity</comment>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>Se espera</source>
        <comment>column: when a transfer is expected</comment>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Transporta</source>
        <comment>column: who carries a transfer</comment>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>Precinto</source>
        <comment>column: seal of a transfer</comment>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Lo último arriba</source>
        <comment>sort: newest first</comment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Por etapa</source>
        <comment>sort: by stage</comment>
        <translation>By stage</translation>
    </message>
    <message>
        <source>Por llegada</source>
        <comment>sort: by arrival</comment>
        <translation>By arrival</translation>
    </message>
    <message>
        <source>Cuáles</source>
        <comment>label of the choice which transfers are listed</comment>
        <translation>Which</translation>
    </message>
    <message>
        <source>Los abiertos</source>
        <comment>transfers that have not ended</comment>
        <translation>The open ones</translation>
    </message>
    <message>
        <source>Los atrasados</source>
        <comment>transfers that are overdue</comment>
        <translation>The overdue ones</translation>
    </message>
    <message>
        <source>Todos</source>
        <comment>all transfers</comment>
        <translation>All</translation>
    </message>
    <message>
        <source>Número, lugar, precinto…</source>
        <comment>what may be typed to narrow transfers</comment>
        <translation>Number, place, seal…</translation>
    </message>
    <message>
        <source>No hay traslados abiertos</source>
        <comment>empty list of transfers</comment>
        <translation>There are no open transfers</translation>
    </message>
    <message>
        <source>Pulse F5 para preparar uno.</source>
        <comment>advice at an empty list of transfers</comment>
        <translation>Press F5 to prepare one.</translation>
    </message>
    <message>
        <source>%1 ATRASADO</source>
        <comment>%1 is the moment a transfer was expected</comment>
        <translation>%1 OVERDUE</translation>
    </message>
    <message>
        <source>Preparar un traslado</source>
        <comment>title of a form</comment>
        <translation>Prepare a transfer</translation>
    </message>
    <message>
        <source>Preparar</source>
        <comment>button of the form</comment>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Sale de</source>
        <comment>label: place</comment>
        <translation>From</translation>
    </message>
    <message>
        <source>Llega a</source>
        <comment>label: place</comment>
        <translation>To</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>label: state</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <comment>label</comment>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Piezas o rangos</source>
        <comment>label of the list of serials</comment>
        <translation>Blanks or ranges</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Traslado %1 preparado con %2 piezas. Ahora lo aprueba otra persona.</source>
        <comment>after a transfer was prepared; %1 number, %2 quantity</comment>
        <translation>Transfer %1 is prepared with %2 blanks. Now somebody else approves it.</translation>
    </message>
    <message>
        <source>Preparar traslado</source>
        <comment>button</comment>
        <translation>Prepare a transfer</translation>
    </message>
    <message>
        <source>Lea las piezas, o elija clase y cantidad. Quedan reservadas.</source>
        <comment>what the form is for</comment>
        <translation>Scan the blanks, or choose kind and quantity. They are reserved.</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>label: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Las piezas que se lean</source>
        <comment>no item: what is scanned</comment>
        <translation>The blanks that are scanned</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Auténtico y vigente</source>
        <comment>verdict on a document</comment>
        <translation>Authentic and in force</translation>
    </message>
    <message>
        <source>Lo escribió esta casa y nadie lo cambió.</source>
        <comment>what a verdict means</comment>
        <translation>This house wrote it and nobody changed it.</translation>
    </message>
    <message>
        <source>El sello es auténtico</source>
        <comment>verdict on a scan</comment>
        <translation>The seal is authentic</translation>
    </message>
    <message>
        <source>El sello es de esta casa. Compare lo que dice con la hoja.</source>
        <comment>what a verdict means</comment>
        <translation>The seal is of this house. Compare what it says with the page.</translation>
    </message>
    <message>
        <source>ANULADO: ya no vale</source>
        <comment>verdict on a document</comment>
        <translation>ANNULLED: it holds no more</translation>
    </message>
    <message>
        <source>Lo escribió esta casa, y después lo anuló.</source>
        <comment>what a verdict means</comment>
        <translation>This house wrote it, and annulled it later.</translation>
    </message>
    <message>
        <source>ALTERADO: no lo acepte</source>
        <comment>verdict on a document</comment>
        <translation>ALTERED: do not accept it</translation>
    </message>
    <message>
        <source>No es lo que esta casa escribió. Reténgalo si puede y avise al oficial de seguridad.</source>
        <comment>what a verdict means</comment>
        <translation>It is not what this house wrote. Keep it if you can and tell the security officer.</translation>
    </message>
    <message>
        <source>Firmado por alguien desconocido</source>
        <comment>verdict on a document</comment>
        <translation>Signed by somebody unknown</translation>
    </message>
    <message>
        <source>La firma no es de esta casa.</source>
        <comment>what a verdict means</comment>
        <translation>The signature is not of this house.</translation>
    </message>
    <message>
        <source>No es un documento de esta casa</source>
        <comment>verdict on a document</comment>
        <translation>Not a document of this house</translation>
    </message>
    <message>
        <source>No tiene firma ni sello de esta casa.</source>
        <comment>what a verdict means</comment>
        <translation>It has neither signature nor seal of this house.</translation>
    </message>
    <message>
        <source>No se puede leer</source>
        <comment>verdict on a document</comment>
        <translation>It cannot be read</translation>
    </message>
    <message>
        <source>Escanéelo otra vez, recto y a 300 puntos por pulgada, o pida el archivo original.</source>
        <comment>what a verdict means</comment>
        <translation>Scan it again, straight and at 300 dots per inch, or ask for the original file.</translation>
    </message>
    <message>
        <source>Dudoso: mírelo una persona</source>
        <comment>verdict on a document</comment>
        <translation>Doubtful: a person has to look</translation>
    </message>
    <message>
        <source>Algo no concuerda; abajo dice qué.</source>
        <comment>what a verdict means</comment>
        <translation>Something does not agree; below it says what.</translation>
    </message>
</context>
<context>
    <name>gui::ActSheet</name>
    <message>
        <source>Intro</source>
        <comment>name of the key Enter</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <comment>button: nothing is done</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Falta: %1</source>
        <comment>a field was left empty; %1 is its label</comment>
        <translation>Lacking: %1</translation>
    </message>
    <message>
        <source>Guardando…</source>
        <comment>shown while an act is being done</comment>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>gui::Alarms</name>
    <message>
        <source>Alarmas</source>
        <comment>accessible name of what may not wait</comment>
        <translation>Alarms</translation>
    </message>
    <message numerus="yes">
        <source>%n orden(es) en duda</source>
        <comment>alarm</comment>
        <translation>
            <numerusform>%n order in doubt</numerusform>
            <numerusform>%n orders in doubt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>alarm; %1 is a workstation, %2 what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n caso(s) vencido(s)</source>
        <comment>alarm</comment>
        <translation>
            <numerusform>%n case overdue</numerusform>
            <numerusform>%n cases overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>No se pudo comprobar todo</source>
        <comment>an alarm&apos;s cause is not known</comment>
        <translation>Not everything could be checked</translation>
    </message>
    <message numerus="yes">
        <source>y %n más</source>
        <comment>how many alarms are not shown</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Nada pide su atención</source>
        <comment>there is no alarm</comment>
        <translation>Nothing asks for your attention</translation>
    </message>
    <message>
        <source>Ver alarmas</source>
        <comment>button: shows all alarms</comment>
        <translation>See alarms</translation>
    </message>
    <message numerus="yes">
        <source>Se acaban %n artículo(s)</source>
        <comment>alarm: what runs low in the house</comment>
        <translation>
            <numerusform>%n item runs out</numerusform>
            <numerusform>%n items run out</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: quedan %2</source>
        <comment>alarm; %1 is an item, %2 how many are left</comment>
        <translation>%1: %2 left</translation>
    </message>
    <message numerus="yes">
        <source>%n aviso(s) sobre las llaves</source>
        <comment>alarm: keys that end</comment>
        <translation>
            <numerusform>%n notice about keys</numerusform>
            <numerusform>%n notices about keys</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarmas</source>
        <comment>title of the sheet of all alarms</comment>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>gui::AttentionPage</name>
    <message>
        <source>Lo que pide atención</source>
        <comment>title of the page</comment>
        <translation>What asks for attention</translation>
    </message>
    <message>
        <source>Mirar otra vez</source>
        <comment>button: looks again what asks for attention</comment>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Llaves (Ctrl+4): %1</source>
        <comment>%1 is a sentence; leave the key as it is</comment>
        <translation>Keys (Ctrl+4): %1</translation>
    </message>
    <message>
        <source>Puestos (Ctrl+3): el certificado de %1 vence el %2.</source>
        <comment>%1 workstation, %2 day with the days left; leave the key</comment>
        <translation>Workstations (Ctrl+3): the certificate of %1 ends on %2.</translation>
    </message>
    <message>
        <source>Personas (Ctrl+2): la habilitación de %1 termina el %2.</source>
        <comment>%1 name, %2 day with the days left; leave the key</comment>
        <translation>People (Ctrl+2): the clearance of %1 ends on %2.</translation>
    </message>
    <message>
        <source>Nada pide atención: llaves, puestos y habilitaciones están al día.</source>
        <comment>nothing asks for attention</comment>
        <translation>Nothing asks for attention: keys, workstations and clearances are in order.</translation>
    </message>
</context>
<context>
    <name>gui::AwaitingPage</name>
    <message>
        <source>Nada le espera</source>
        <comment>nothing awaits the person</comment>
        <translation>Nothing awaits you</translation>
    </message>
    <message>
        <source>Lo que otros dejen para usted aparece aquí. Con un número o un código de verificación se abre cualquier documento: léalo con el lector o búsquelo en la lista.</source>
        <comment>advice where nothing awaits the person</comment>
        <translation>What others leave for you appears here. A number or a verification code opens any document: scan it, or look for it in the list.</translation>
    </message>
    <message>
        <source>Abrir</source>
        <comment>button: opens what awaits the person</comment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Firmar todo lo que espera</source>
        <comment>button: signs all that awaits it</comment>
        <translation>Sign all that waits</translation>
    </message>
    <message>
        <source>Visto bueno a todo</source>
        <comment>button: endorses all that awaits it</comment>
        <translation>Endorse all</translation>
    </message>
    <message>
        <source>Completar pruebas</source>
        <comment>button: adds long-term proofs to signatures</comment>
        <translation>Complete proofs</translation>
    </message>
    <message>
        <source>Qué hacer</source>
        <comment>column: what awaits the person</comment>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Solicitud</source>
        <comment>column: number of a request</comment>
        <translation>Request</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>column: type of certificate</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>Titular</source>
        <comment>column: whom it is about</comment>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Solicitante</source>
        <comment>column: who asked</comment>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Para el</source>
        <comment>column: day on which it is due</comment>
        <translation>Due</translation>
    </message>
    <message>
        <source>Lo que le espera</source>
        <comment>list of what awaits the person</comment>
        <translation>What awaits you</translation>
    </message>
    <message>
        <source>Nueva solicitud</source>
        <comment>button: takes a request for a certificate</comment>
        <translation>New request</translation>
    </message>
    <message>
        <source>Buscar en registros</source>
        <comment>button: searches persons in registers</comment>
        <translation>Search registers</translation>
    </message>
    <message>
        <source>Todos los documentos</source>
        <comment>button: list of all certificates</comment>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Notificaciones</source>
        <comment>button: notifications</comment>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Verificar un archivo</source>
        <comment>button: verifies a PDF or scan</comment>
        <translation>Verify a file</translation>
    </message>
    <message>
        <source>Mirando qué le espera…</source>
        <comment>shown while the list of what awaits the person is fetched</comment>
        <translation>Looking what awaits you…</translation>
    </message>
    <message>
        <source>Está al día</source>
        <comment>nothing awaits the person</comment>
        <translation>You are up to date</translation>
    </message>
    <message>
        <source>Nada pendiente</source>
        <comment>nothing awaits the person</comment>
        <translation>Nothing pending</translation>
    </message>
    <message numerus="yes">
        <source>Le espera(n) %n documento(s)</source>
        <comment>how many certificates await the person</comment>
        <translation>
            <numerusform>%n document awaits you</numerusform>
            <numerusform>%n documents await you</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · para el %4</source>
        <comment>a certificate; %1 request or number, %2 type, %3 whom it is about, %4 day on which it is due</comment>
        <translation>%1 · %2 · %3 · due on %4</translation>
    </message>
    <message numerus="yes">
        <source>Completar pruebas de %n firma(s)</source>
        <comment>button: adds long-term proofs to signatures</comment>
        <translation>
            <numerusform>Complete the proofs of %n signature</numerusform>
            <numerusform>Complete the proofs of %n signatures</numerusform>
        </translation>
    </message>
    <message>
        <source>Pidiendo sellos de tiempo y pruebas…</source>
        <comment>shown while proofs are being asked for</comment>
        <translation>Asking for time-stamps and proofs…</translation>
    </message>
    <message numerus="yes">
        <source>Pruebas completadas en %n documento(s).</source>
        <comment>after proving</comment>
        <translation>
            <numerusform>Proofs completed of %n document.</numerusform>
            <numerusform>Proofs completed of %n documents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lo firmado sigue valiendo; le faltan sus pruebas de largo plazo.</source>
        <comment>what it means that proofs could not be had</comment>
        <translation>What was signed still holds; it lacks its proofs for the long term.</translation>
    </message>
</context>
<context>
    <name>gui::CasePage</name>
    <message>
        <source>Asuntos y anotaciones del caso</source>
        <comment>accessible name of what a case is about</comment>
        <translation>Matters and notes of the case</translation>
    </message>
    <message>
        <source>Cuándo (UTC)</source>
        <comment>column: moment</comment>
        <translation>When (UTC)</translation>
    </message>
    <message>
        <source>Quién</source>
        <comment>column: person</comment>
        <translation>Who</translation>
    </message>
    <message>
        <source>Asunto o anotación</source>
        <comment>column: what a case is about, or a note</comment>
        <translation>Matter or note</translation>
    </message>
    <message>
        <source>Anotar</source>
        <comment>button: notes something in a case</comment>
        <translation>Note</translation>
    </message>
    <message>
        <source>Resolver</source>
        <comment>button: resolves a case</comment>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>Plazo de esta clase</source>
        <comment>button: deadline of cases of a kind</comment>
        <translation>Deadline of this kind</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the list of cases</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Caso %1</source>
        <comment>title of the page; %1 is a case</comment>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>Buscando el caso…</source>
        <comment>shown while a case is fetched</comment>
        <translation>Fetching the case…</translation>
    </message>
    <message>
        <source>Clase: %1</source>
        <comment>%1 is a kind of case</comment>
        <translation>Kind: %1</translation>
    </message>
    <message>
        <source>Lugar: %1</source>
        <comment>%1 is a place</comment>
        <translation>Place: %1</translation>
    </message>
    <message>
        <source>Abierto el %1 por %2</source>
        <comment>%1 is a moment, %2 a person</comment>
        <translation>Opened on %1 by %2</translation>
    </message>
    <message>
        <source>VENCIDO el %1</source>
        <comment>a case is overdue since the day %1</comment>
        <translation>OVERDUE since %1</translation>
    </message>
    <message>
        <source>Plazo: %1</source>
        <comment>%1 is a day</comment>
        <translation>Deadline: %1</translation>
    </message>
    <message>
        <source>Motivo: %1</source>
        <comment>%1 says why it is held</comment>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>Resuelto con baja el %1 por %2: %3</source>
        <comment>a case was resolved; %1 moment, %2 person, %3 how</comment>
        <translation>Resolved with a write-off on %1 by %2: %3</translation>
    </message>
    <message>
        <source>Resuelto el %1 por %2: %3</source>
        <comment>a case was resolved; %1 moment, %2 person, %3 how</comment>
        <translation>Resolved on %1 by %2: %3</translation>
    </message>
    <message>
        <source>%1 %2: según libros %3, hallado %4. %5</source>
        <comment>a matter of a case; %1 item, %2 serials or lot, %3 and %4 numbers, %5 detail</comment>
        <translation>%1 %2: by the books %3, found %4. %5</translation>
    </message>
    <message>
        <source>Anotar en el caso %1</source>
        <comment>title; %1 is a case</comment>
        <translation>Note in case %1</translation>
    </message>
    <message>
        <source>La anotación queda para siempre, con su nombre.</source>
        <comment>what a note in a case means</comment>
        <translation>The note stays for good, with your name.</translation>
    </message>
    <message>
        <source>Anotación</source>
        <comment>label of a note in a case</comment>
        <translation>Note</translation>
    </message>
    <message>
        <source>Quedó anotado.</source>
        <comment>after a note was taken</comment>
        <translation>It is noted.</translation>
    </message>
    <message>
        <source>Resolver el caso %1</source>
        <comment>title; %1 is a case</comment>
        <translation>Resolve case %1</translation>
    </message>
    <message>
        <source>Diga qué se halló y por qué termina. Si se da de baja algo, hace falta una segunda persona.</source>
        <comment>what resolving a case means</comment>
        <translation>Say what was found and why it ends. Where something is written off, a second person is needed.</translation>
    </message>
    <message>
        <source>Cómo se resolvió</source>
        <comment>label of a resolution</comment>
        <translation>How it was resolved</translation>
    </message>
    <message>
        <source>El caso quedó resuelto.</source>
        <comment>after a case was resolved</comment>
        <translation>The case is resolved.</translation>
    </message>
    <message>
        <source>Quien resuelve: escriba sus datos</source>
        <comment>the one who consents</comment>
        <translation>Whoever resolves: enter your credentials</translation>
    </message>
    <message>
        <source>Segunda persona que consiente la baja: escriba sus datos</source>
        <comment>the one who consents second</comment>
        <translation>Second person who agrees to the write-off: enter your credentials</translation>
    </message>
    <message>
        <source>Plazo de los casos de esta clase</source>
        <comment>title</comment>
        <translation>Deadline of cases of this kind</translation>
    </message>
    <message>
        <source>Vale para los que se abran desde ahora. Clase: %1</source>
        <comment>%1 is a kind of case</comment>
        <translation>It holds for those opened from now on. Kind: %1</translation>
    </message>
    <message>
        <source>Fijar el plazo</source>
        <comment>button: sets a deadline</comment>
        <translation>Set the deadline</translation>
    </message>
    <message>
        <source>El plazo quedó fijado.</source>
        <comment>after a deadline was set</comment>
        <translation>The deadline is set.</translation>
    </message>
    <message>
        <source>Días</source>
        <comment>label of the days of a deadline</comment>
        <translation>Days</translation>
    </message>
    <message>
        <source>Se da de baja lo que falta.</source>
        <comment>what is consented to</comment>
        <translation>What is missing is written off.</translation>
    </message>
</context>
<context>
    <name>gui::CeremonyMenu</name>
    <message>
        <source>Empezar la ceremonia</source>
        <comment>button</comment>
        <translation>Begin the ceremony</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: closes the sheet</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Seguir con las dos personas</source>
        <comment>button: goes on to the consent of two</comment>
        <translation>Go on with both people</translation>
    </message>
</context>
<context>
    <name>gui::CertificatePage</name>
    <message>
        <source>Todavía no hay borrador</source>
        <comment>there are no pages of a certificate yet</comment>
        <translation>There is no draft yet</translation>
    </message>
    <message>
        <source>Cuando se redacte, sus hojas se ven aquí.</source>
        <comment>advice where there are no pages yet</comment>
        <translation>Once it is written, its pages are seen here.</translation>
    </message>
    <message>
        <source>Lo que se trajo (Intro muestra la copia)</source>
        <comment>heading of a list of requirements</comment>
        <translation>What was brought (Enter shows the copy)</translation>
    </message>
    <message>
        <source>Lo que se hizo</source>
        <comment>heading of a history</comment>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Abriendo…</source>
        <comment>shown while a certificate is fetched</comment>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Ejemplar %1 en papel: %2. Hojas %3</source>
        <comment>a copy on security paper; %1 its ordinal, %2 how it stands, %3 numbers of sheets</comment>
        <translation>Copy %1 on paper: %2. Sheets %3</translation>
    </message>
    <message>
        <source>Solicitud: %1</source>
        <comment>a fact of a certificate</comment>
        <translation>Request: %1</translation>
    </message>
    <message>
        <source>Número: %1</source>
        <comment>a fact of a certificate</comment>
        <translation>Number: %1</translation>
    </message>
    <message>
        <source>Código de verificación: %1</source>
        <comment>a fact of a certificate</comment>
        <translation>Verification code: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how a number ended; %1 how, %2 why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Titular: %1</source>
        <comment>a fact of a certificate</comment>
        <translation>Holder: %1</translation>
    </message>
    <message>
        <source>Solicitante: %1</source>
        <comment>a fact of a certificate</comment>
        <translation>Applicant: %1</translation>
    </message>
    <message>
        <source>Para el %1</source>
        <comment>the day on which a certificate is due</comment>
        <translation>Due on %1</translation>
    </message>
    <message numerus="yes">
        <source>Sin recoger desde hace %n día(s)</source>
        <comment>nobody collected a certificate</comment>
        <translation>
            <numerusform>Not collected for %n day</numerusform>
            <numerusform>Not collected for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · ver copia</source>
        <comment>a requirement that was brought, with its copy</comment>
        <translation>%1 · see copy</translation>
    </message>
    <message>
        <source>Seguir con lo que espera</source>
        <comment>button: on to what else awaits the person</comment>
        <translation>Go on with what waits</translation>
    </message>
    <message>
        <source>Guardar PDF</source>
        <comment>button: saves the signed file</comment>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to what awaits the person</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Imprimiendo en papel especial…</source>
        <comment>shown while a certificate is being printed</comment>
        <translation>Printing on security paper…</translation>
    </message>
    <message>
        <source>Impreso el ejemplar %1.</source>
        <comment>after printing; %1 is the copy&apos;s ordinal</comment>
        <translation>Copy %1 is printed.</translation>
    </message>
    <message>
        <source>El ejemplar %1: %2.</source>
        <comment>%1 is the copy&apos;s ordinal, %2 how it stands</comment>
        <translation>Copy %1: %2.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: mire las hojas y diga cómo salió.</source>
        <comment>advice after a doubtful print</comment>
        <translation>What to do now: look at the sheets and say how it came out.</translation>
    </message>
    <message>
        <source>Pidiendo sellos de tiempo y pruebas…</source>
        <comment>shown while proofs are being asked for</comment>
        <translation>Asking for time-stamps and proofs…</translation>
    </message>
    <message>
        <source>Pruebas completadas.</source>
        <comment>after proving</comment>
        <translation>Proofs completed.</translation>
    </message>
    <message>
        <source>Componiendo las hojas…</source>
        <comment>shown while pages are being made</comment>
        <translation>Setting the pages…</translation>
    </message>
    <message>
        <source>Trayendo la copia…</source>
        <comment>shown while a scan is fetched</comment>
        <translation>Fetching the copy…</translation>
    </message>
    <message>
        <source>Está viendo la copia de lo que se trajo.</source>
        <comment>a scan is shown</comment>
        <translation>You are looking at the copy of what was brought.</translation>
    </message>
    <message>
        <source>Ctrl+B vuelve a mostrar el documento.</source>
        <comment>advice while a scan is shown</comment>
        <translation>Ctrl+B shows the document again.</translation>
    </message>
    <message>
        <source>Guardado en %1</source>
        <comment>%1 is the path of a file</comment>
        <translation>Saved in %1</translation>
    </message>
    <message>
        <source>El documento sigue como estaba.</source>
        <comment>what a refused step means for a certificate</comment>
        <translation>The document is as it was.</translation>
    </message>
</context>
<context>
    <name>gui::CertificatesDesk</name>
    <message>
        <source>Solicitud %1 recibida; lista a más tardar el %2.</source>
        <comment>after a request was taken; %2 is a day</comment>
        <translation>Request %1 taken; ready by %2.</translation>
    </message>
    <message>
        <source>Contraseña para el solicitante</source>
        <comment>title of a sheet: the applicant&apos;s slip</comment>
        <translation>Slip for the applicant</translation>
    </message>
    <message>
        <source>El borrador quedó guardado. Otra persona lo confronta.</source>
        <comment>after a draft was kept</comment>
        <translation>The draft is kept. Another person reviews it.</translation>
    </message>
    <message>
        <source>Diligencia %1 concluida.</source>
        <comment>after a search was ended</comment>
        <translation>Diligence %1 is concluded.</translation>
    </message>
</context>
<context>
    <name>gui::CertificatesPage</name>
    <message>
        <source>Abrir</source>
        <comment>button: opens the chosen certificate</comment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to what awaits the person</comment>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>gui::ChecksSheet</name>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>gui::ColumnsSheet</name>
    <message>
        <source>Columnas de la lista</source>
        <comment>title of the sheet that chooses columns</comment>
        <translation>Columns of the list</translation>
    </message>
    <message>
        <source>Mostrar estas</source>
        <comment>button: shows the chosen columns</comment>
        <translation>Show these</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <comment>button: leaves the columns as they were</comment>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>gui::ComparisonTable</name>
    <message>
        <source>Dato</source>
        <comment>column: what is compared</comment>
        <translation>What</translation>
    </message>
    <message>
        <source>Orden</source>
        <comment>column: what was ordered</comment>
        <translation>Order</translation>
    </message>
    <message>
        <source>Página</source>
        <comment>column: what the page says</comment>
        <translation>Page</translation>
    </message>
    <message>
        <source>Chip</source>
        <comment>column: what the chip says</comment>
        <translation>Chip</translation>
    </message>
    <message>
        <source>Lo que dicen la orden, la página y el chip</source>
        <comment>name of the table, for screen readers</comment>
        <translation>What order, page and chip say</translation>
    </message>
    <message>
        <source>≠ %1</source>
        <comment>a thing that differs; %1 is its name</comment>
        <translation>≠ %1</translation>
    </message>
    <message>
        <source>¿? %1</source>
        <comment>a thing that could not be read with certainty; %1 is its name</comment>
        <translation>? %1</translation>
    </message>
    <message>
        <source>–</source>
        <comment>a page or a chip does not tell this</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>%1, orden</source>
        <comment>%1 is a line of the zone</comment>
        <translation>%1, order</translation>
    </message>
    <message>
        <source>%1, página</source>
        <comment>%1 is a line of the zone</comment>
        <translation>%1, page</translation>
    </message>
    <message>
        <source>%1, chip</source>
        <comment>%1 is a line of the zone</comment>
        <translation>%1, chip</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <comment>what order, page and chip agree on</comment>
        <translation>✓ %1</translation>
    </message>
</context>
<context>
    <name>gui::ConsentSheet</name>
    <message>
        <source>Consentir</source>
        <comment>button: a person agrees with their credentials</comment>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <comment>button: nobody agrees, nothing is done</comment>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>gui::CountPage</name>
    <message>
        <source>Conteo</source>
        <comment>title of the page of a count</comment>
        <translation>Count</translation>
    </message>
    <message>
        <source>Quiénes contaron y qué difiere</source>
        <comment>list of counters and differences</comment>
        <translation>Who counted and what differs</translation>
    </message>
    <message>
        <source>Contar</source>
        <comment>button: begins to count or goes on</comment>
        <translation>Count</translation>
    </message>
    <message>
        <source>Aceptar la diferencia</source>
        <comment>button: approves a variance</comment>
        <translation>Accept the variance</translation>
    </message>
    <message>
        <source>Contar otra vez</source>
        <comment>button: one more round</comment>
        <translation>Count again</translation>
    </message>
    <message>
        <source>Acta de conteo</source>
        <comment>button: saves the act of a count</comment>
        <translation>Count act</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>button: cancels a count</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cuentan dos personas, cada una con su sesión.</source>
        <comment>advice at a count</comment>
        <translation>Two people count, each in their own session.</translation>
    </message>
    <message>
        <source>Se está contando.</source>
        <comment>advice at a count</comment>
        <translation>It is being counted.</translation>
    </message>
    <message>
        <source>Los dos conteos no coinciden: los dos cuentan otra vez.</source>
        <comment>advice at a count</comment>
        <translation>The two counts do not agree: both count again.</translation>
    </message>
    <message>
        <source>Hay diferencia con los libros. Dos personas que no contaron la aceptan, o se cuenta otra vez.</source>
        <comment>advice at a count</comment>
        <translation>It differs from the books. Two people who did not count accept that, or it is counted again.</translation>
    </message>
    <message>
        <source>Este conteo terminó.</source>
        <comment>advice at a count</comment>
        <translation>This count has ended.</translation>
    </message>
    <message>
        <source>Conteo</source>
        <comment>name of a fact: number</comment>
        <translation>Count</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>name of a fact</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>name of a fact</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>name of a fact: kind of count</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Artículos</source>
        <comment>name of a fact</comment>
        <translation>Items</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>name of a fact</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Vuelta %1: %2, desde %3 hasta %4. %5</source>
        <comment>a counter; %1 round, %2 person, %3 and %4 moments, %5 how many, or nothing</comment>
        <translation>Round %1: %2, from %3 until %4. %5</translation>
    </message>
    <message>
        <source>ahora</source>
        <comment>a counter still counts</comment>
        <translation>now</translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s)</source>
        <comment>counted quantity</comment>
        <translation>
            <numerusform>%n blank</numerusform>
            <numerusform>%n blanks</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 (%4) %5</source>
        <comment>a difference; %1 what, %2 item, %3 serials, %4 quantity, %5 details or nothing</comment>
        <translation>%1: %2, %3 (%4) %5</translation>
    </message>
    <message>
        <source>Aceptar la diferencia del conteo</source>
        <comment>title of a form and of its consent</comment>
        <translation>Accept the variance of the count</translation>
    </message>
    <message>
        <source>Los libros pasan a decir lo contado, y de lo que falta se abre un caso.</source>
        <comment>what the form is for</comment>
        <translation>The books will say what was counted, and a case is opened about what lacks.</translation>
    </message>
    <message>
        <source>Aceptar entre dos</source>
        <comment>button of the form</comment>
        <translation>Accept with two people</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Primera persona que no contó</source>
        <comment>the first of two who consent</comment>
        <translation>First person who did not count</translation>
    </message>
    <message>
        <source>Segunda persona que no contó</source>
        <comment>the second of two who consent</comment>
        <translation>Second person who did not count</translation>
    </message>
    <message>
        <source>Diferencia aceptada. Acta %1. Casos: %2</source>
        <comment>after a variance was approved; %1 number of a paper, %2 numbers of cases</comment>
        <translation>The variance is accepted. Act %1. Cases: %2</translation>
    </message>
    <message>
        <source>Se cuenta otra vez.</source>
        <comment>after a recount was ordered</comment>
        <translation>It is counted again.</translation>
    </message>
    <message>
        <source>Anular el conteo</source>
        <comment>title of a form</comment>
        <translation>Cancel the count</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>button of the form</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>El conteo quedó anulado.</source>
        <comment>after a count was cancelled</comment>
        <translation>The count is cancelled.</translation>
    </message>
    <message>
        <source>Todavía no ha contado nadie.</source>
        <comment>a count without counters</comment>
        <translation>Nobody has counted yet.</translation>
    </message>
</context>
<context>
    <name>gui::CountingPage</name>
    <message>
        <source>Terminé de contar</source>
        <comment>button: the counter is done</comment>
        <translation>I have counted all</translation>
    </message>
    <message>
        <source>Contar a ciegas</source>
        <comment>title of the page of a counter</comment>
        <translation>Count blindly</translation>
    </message>
    <message>
        <source>Serie o rango contado</source>
        <comment>name of the field of a counter</comment>
        <translation>Counted serial or range</translation>
    </message>
    <message>
        <source>Lea cada pieza, o escriba un rango e Intro</source>
        <comment>hint in the field of a counter</comment>
        <translation>Scan each blank, or type a range and Enter</translation>
    </message>
    <message>
        <source>Lo último leído</source>
        <comment>list of what a counter read</comment>
        <translation>Scanned last</translation>
    </message>
    <message>
        <source>Lea todo lo que está en el lugar. Nadie ve aquí lo que dicen los libros.</source>
        <comment>what a counter does</comment>
        <translation>Scan all that is in the place. Nobody sees here what the books say.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s)</source>
        <comment>how many a counter has read</comment>
        <translation>
            <numerusform>%n blank</numerusform>
            <numerusform>%n blanks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) ya estaba(n) contada(s).</source>
        <comment>repeated scans of a counter</comment>
        <translation>
            <numerusform>%n blank had been counted already.</numerusform>
            <numerusform>%n blanks had been counted already.</numerusform>
        </translation>
    </message>
    <message>
        <source>Se está anotando lo último que leyó. Pulse otra vez.</source>
        <comment>a counter finished before the last scan was recorded</comment>
        <translation>What you scanned last is being recorded. Press again.</translation>
    </message>
    <message>
        <source>Su conteo quedó anotado. Falta el de la otra persona.</source>
        <comment>a counter is done</comment>
        <translation>Your count is recorded. The other person&apos;s is still to come.</translation>
    </message>
    <message>
        <source>Los dos conteos no coinciden. Los dos cuentan otra vez.</source>
        <comment>a counter is done</comment>
        <translation>The two counts do not agree. Both count again.</translation>
    </message>
    <message>
        <source>El conteo no es lo que dicen los libros. Decide el supervisor.</source>
        <comment>a counter is done</comment>
        <translation>The count is not what the books say. The supervisor decides.</translation>
    </message>
    <message>
        <source>Cuadra con los libros. Acta de conteo: %1</source>
        <comment>a counter is done; %1 is the number of a paper</comment>
        <translation>It agrees with the books. Count act: %1</translation>
    </message>
</context>
<context>
    <name>gui::DestructionPage</name>
    <message>
        <source>Destrucción</source>
        <comment>title of the page of a destruction</comment>
        <translation>Destruction</translation>
    </message>
    <message>
        <source>Por leer en el sitio</source>
        <comment>heading: serials that were not scanned yet</comment>
        <translation>To be scanned at the spot</translation>
    </message>
    <message>
        <source>Acta de destrucción</source>
        <comment>button: saves the act of a destruction</comment>
        <translation>Destruction act</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>button: cancels a destruction</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Destrucción</source>
        <comment>name of a fact: number</comment>
        <translation>Destruction</translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>name of a fact</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Piezas</source>
        <comment>name of a fact</comment>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>name of a fact</comment>
        <translation>Serials</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>name of a fact</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Solicitó</source>
        <comment>name of a fact</comment>
        <translation>Requested by</translation>
    </message>
    <message>
        <source>Autorización</source>
        <comment>name of a fact</comment>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>Comisión</source>
        <comment>name of a fact</comment>
        <translation>Commission</translation>
    </message>
    <message>
        <source>Testigos</source>
        <comment>name of a fact</comment>
        <translation>Witnesses</translation>
    </message>
    <message>
        <source>Acta</source>
        <comment>name of a fact: number of a paper</comment>
        <translation>Act</translation>
    </message>
    <message>
        <source>Anotar la autorización</source>
        <comment>button</comment>
        <translation>Enter the authorisation</translation>
    </message>
    <message>
        <source>Espera la autorización de la autoridad superior.</source>
        <comment>advice at a destruction</comment>
        <translation>It awaits the superior authority.</translation>
    </message>
    <message>
        <source>Integrar la comisión</source>
        <comment>button</comment>
        <translation>Name the commission</translation>
    </message>
    <message>
        <source>Espera que se nombre la comisión.</source>
        <comment>advice at a destruction</comment>
        <translation>It awaits its commission.</translation>
    </message>
    <message>
        <source>Ejecutar y firmar el acta</source>
        <comment>button</comment>
        <translation>Execute and sign the act</translation>
    </message>
    <message>
        <source>Todo está leído. Puede destruirse ante dos testigos.</source>
        <comment>advice at a destruction</comment>
        <translation>All is scanned. It can be destroyed before two witnesses.</translation>
    </message>
    <message>
        <source>Lea aquí cada pieza, en el sitio.</source>
        <comment>advice at a destruction</comment>
        <translation>Scan each blank here, at the spot.</translation>
    </message>
    <message>
        <source>Esta destrucción terminó.</source>
        <comment>advice at a destruction</comment>
        <translation>This destruction has ended.</translation>
    </message>
    <message>
        <source>%1 leída. Van %2 de %3.</source>
        <comment>%1 serial, %2 scanned, %3 selected</comment>
        <translation>%1 is scanned: %2 of %3.</translation>
    </message>
    <message>
        <source>Anotar la autorización superior</source>
        <comment>title of a form</comment>
        <translation>Enter the superior authorisation</translation>
    </message>
    <message>
        <source>Anotar</source>
        <comment>button of the form</comment>
        <translation>Note</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>label: number of a document</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>Fecha (año-mes-día)</source>
        <comment>label: a date</comment>
        <translation>Date (year-month-day)</translation>
    </message>
    <message>
        <source>Autorización anotada.</source>
        <comment>after an authorisation</comment>
        <translation>The authorisation is entered.</translation>
    </message>
    <message>
        <source>Integrar la comisión</source>
        <comment>title of a form</comment>
        <translation>Name the commission</translation>
    </message>
    <message>
        <source>Integrar</source>
        <comment>button of the form</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Miembros</source>
        <comment>label: participants</comment>
        <translation>Members</translation>
    </message>
    <message>
        <source>Comisión integrada.</source>
        <comment>after a commission was named</comment>
        <translation>The commission is named.</translation>
    </message>
    <message>
        <source>Ejecutar la destrucción</source>
        <comment>title of a form and of its consent</comment>
        <translation>Execute the destruction</translation>
    </message>
    <message>
        <source>Destruir entre dos</source>
        <comment>button of the form</comment>
        <translation>Destroy with two people</translation>
    </message>
    <message>
        <source>Cómo se destruye</source>
        <comment>label: method</comment>
        <translation>How it is destroyed</translation>
    </message>
    <message>
        <source>Municipio</source>
        <comment>label</comment>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Departamento</source>
        <comment>label</comment>
        <translation>Department</translation>
    </message>
    <message>
        <source>Local</source>
        <comment>label: premises</comment>
        <translation>Premises</translation>
    </message>
    <message>
        <source>Precinto que se rompió</source>
        <comment>label</comment>
        <translation>Seal that was broken</translation>
    </message>
    <message>
        <source>Quién recibe los restos</source>
        <comment>label</comment>
        <translation>Who takes the waste</translation>
    </message>
    <message>
        <source>%1 piezas destruidas. Acta: %2</source>
        <comment>%1 quantity, %2 number of a paper</comment>
        <translation>%1 blanks are destroyed. Act: %2</translation>
    </message>
    <message>
        <source>Anular la destrucción</source>
        <comment>title of a form</comment>
        <translation>Cancel the destruction</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>button of the form</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>La destrucción quedó anulada.</source>
        <comment>after a destruction was cancelled</comment>
        <translation>The destruction is cancelled.</translation>
    </message>
    <message>
        <source>Una persona por línea. De la casa: usuario; cargo. De fuera: nombre; cargo; dpi (o passport, credential).</source>
        <comment>how participants are written</comment>
        <translation>One person a line. Of the house: user name; office. Others: name; office; dpi (or passport, credential).</translation>
    </message>
    <message>
        <source>Testigos, uno por línea, como en la comisión</source>
        <comment>label: participants</comment>
        <translation>Witnesses, one a line, as in the commission</translation>
    </message>
</context>
<context>
    <name>gui::DoubtsPage</name>
    <message>
        <source>No hay órdenes en duda</source>
        <comment>no order is in doubt</comment>
        <translation>No order is in doubt</translation>
    </message>
    <message>
        <source>De todas las piezas se sabe cómo terminó su último paso.</source>
        <comment>no order is in doubt</comment>
        <translation>Of every blank it is known how its last step ended.</translation>
    </message>
    <message>
        <source>Órdenes en duda</source>
        <comment>title of the page</comment>
        <translation>Orders in doubt</translation>
    </message>
    <message>
        <source>Leer el chip otra vez</source>
        <comment>button: asks the chip of a doubt again</comment>
        <translation>Read the chip again</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lo que vio el supervisor</source>
        <comment>label of the field for what was seen</comment>
        <translation>What the supervisor saw</translation>
    </message>
    <message>
        <source>Quedó bien</source>
        <comment>verdict on a doubt</comment>
        <translation>Done well</translation>
    </message>
    <message>
        <source>No se tocó</source>
        <comment>verdict on a doubt</comment>
        <translation>Not touched</translation>
    </message>
    <message>
        <source>Está dañada</source>
        <comment>verdict on a doubt</comment>
        <translation>Spoiled</translation>
    </message>
    <message>
        <source>%1 · pieza %2</source>
        <comment>a doubt in the list; %1 order, %2 serial</comment>
        <translation>%1 · blank %2</translation>
    </message>
    <message>
        <source>La pieza %1 no es de ninguna orden en duda.</source>
        <comment>%1 is a serial</comment>
        <translation>The blank %1 belongs to no order in doubt.</translation>
    </message>
    <message>
        <source>Leyendo el chip…</source>
        <comment>shown while a chip is being read</comment>
        <translation>Reading the chip…</translation>
    </message>
    <message>
        <source>La orden sigue en duda; nada cambió.</source>
        <comment>what a failed look at a doubt means</comment>
        <translation>The order is in doubt still; nothing changed.</translation>
    </message>
    <message>
        <source>Orden %1, pieza %2. Desde las %3 (UTC). %4</source>
        <comment>facts of a doubt; %1 order, %2 serial, %3 time of day, %4 sentences</comment>
        <translation>Order %1, blank %2. Since %3 (UTC). %4</translation>
    </message>
    <message>
        <source>Escriba lo que se vio en la pieza.</source>
        <comment>what was seen lacks</comment>
        <translation>Write what was seen of the blank.</translation>
    </message>
    <message>
        <source>Resolver la duda</source>
        <comment>title of the consent</comment>
        <translation>Resolve the doubt</translation>
    </message>
    <message>
        <source>Orden %1, pieza %2: %3. %4</source>
        <comment>what is consented to; %1 order, %2 serial, %3 verdict, %4 what was seen</comment>
        <translation>Order %1, blank %2: %3. %4</translation>
    </message>
    <message>
        <source>Supervisor que miró la pieza: escriba sus datos</source>
        <comment>the one who consents</comment>
        <translation>Supervisor who looked at the blank: log in</translation>
    </message>
</context>
<context>
    <name>gui::DraftPage</name>
    <message>
        <source>Las hojas se ven aquí</source>
        <comment>there is no preview yet</comment>
        <translation>The pages are seen here</translation>
    </message>
    <message>
        <source>En cuanto estén los datos, se componen mientras usted escribe.</source>
        <comment>advice where there is no preview yet</comment>
        <translation>Once the values are there, they are set while you type.</translation>
    </message>
    <message>
        <source>Dejar el borrador</source>
        <comment>button: writes the draft into the books</comment>
        <translation>Keep the draft</translation>
    </message>
    <message>
        <source>Buscar al titular</source>
        <comment>button: searches the holder in registers</comment>
        <translation>Search the holder</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the request</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>%1 · %2 · para el %3</source>
        <comment>a request; %1 its number, %2 whom it is about, %3 day</comment>
        <translation>%1 · %2 · due on %3</translation>
    </message>
    <message>
        <source>%1 (si lo hay)</source>
        <comment>label of a value that may be absent</comment>
        <translation>%1 (if any)</translation>
    </message>
    <message>
        <source>Uno por línea</source>
        <comment>in the empty field of a list</comment>
        <translation>One a line</translation>
    </message>
    <message>
        <source>AAAA-MM-DD</source>
        <comment>how a day is written</comment>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>HH:MM</source>
        <comment>how a time of day is written</comment>
        <translation>HH:MM</translation>
    </message>
    <message>
        <source>GTQ 75.00</source>
        <comment>how an amount is written</comment>
        <translation>GTQ 75.00</translation>
    </message>
    <message>
        <source>Falta buscar al titular en los registros (F3)</source>
        <comment>a draft without search</comment>
        <translation>The holder has to be searched in the registers (F3)</translation>
    </message>
    <message>
        <source>Búsqueda %1</source>
        <comment>the search that a draft cites; %1 its number</comment>
        <translation>Search %1</translation>
    </message>
    <message>
        <source>Componiendo…</source>
        <comment>over a preview that is being made</comment>
        <translation>Setting…</translation>
    </message>
    <message>
        <source>Complete los datos de la izquierda.</source>
        <comment>over a preview that lacks values</comment>
        <translation>Complete the values on the left.</translation>
    </message>
    <message>
        <source>Busque al titular para ver las hojas.</source>
        <comment>over a preview that lacks a search</comment>
        <translation>Search the holder to see the pages.</translation>
    </message>
    <message>
        <source>Así quedará.</source>
        <comment>over a preview</comment>
        <translation>This is how it will be.</translation>
    </message>
    <message>
        <source>El borrador no se guardó.</source>
        <comment>what a refused draft means</comment>
        <translation>The draft was not kept.</translation>
    </message>
</context>
<context>
    <name>gui::ExportSheet</name>
    <message>
        <source>Exportar la lista</source>
        <comment>title of the sheet that exports a list</comment>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>Escribir CSV</source>
        <comment>button: exports as CSV</comment>
        <translation>Write CSV</translation>
    </message>
    <message>
        <source>Escribir PDF</source>
        <comment>button: exports as PDF</comment>
        <translation>Write PDF</translation>
    </message>
    <message>
        <source>Se escriben todas las filas de la lista como está filtrada y ordenada, con las columnas que se ven.</source>
        <comment>what is exported</comment>
        <translation>All rows of the list are written as it is filtered and sorted, with the columns that are shown.</translation>
    </message>
    <message>
        <source>Carpeta</source>
        <comment>label of the folder that the file goes to</comment>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: closes the sheet, and stops what it writes</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>La carpeta %1 no existe.</source>
        <comment>%1 is a folder</comment>
        <translation>There is no folder %1.</translation>
    </message>
    <message>
        <source>Hecho el %1 por %2</source>
        <comment>over an exported list; %1 is a moment, %2 a person</comment>
        <translation>Made on %1 by %2</translation>
    </message>
    <message>
        <source>CAPACITACIÓN – SIN VALOR</source>
        <comment>over each page of a list of a training institution</comment>
        <translation>TRAINING – NO VALUE</translation>
    </message>
    <message numerus="yes">
        <source>%n fila(s) escritas</source>
        <comment>progress of an export</comment>
        <translation>
            <numerusform>%n row written</numerusform>
            <numerusform>%n rows written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Se escribieron %n fila(s).</source>
        <comment>an export is done</comment>
        <translation>
            <numerusform>%n row was written.</numerusform>
            <numerusform>%n rows were written.</numerusform>
        </translation>
    </message>
    <message>
        <source>El archivo es %1</source>
        <comment>%1 is a file</comment>
        <translation>The file is %1</translation>
    </message>
    <message>
        <source>No quedó ningún archivo.</source>
        <comment>what a failed export means</comment>
        <translation>No file was left.</translation>
    </message>
    <message>
        <source>No se pudo escribir el archivo: %1</source>
        <comment>%1 says why</comment>
        <translation>The file could not be written: %1</translation>
    </message>
    <message>
        <source>Qué hacer ahora: elija otra carpeta, o libere espacio en el disco.</source>
        <comment>advice after an export that failed</comment>
        <translation>What to do now: choose another folder, or free some room on the disk.</translation>
    </message>
</context>
<context>
    <name>gui::FactTable</name>
    <message>
        <source>Nada</source>
        <comment>in a table of a report that has no rows</comment>
        <translation>Nothing</translation>
    </message>
</context>
<context>
    <name>gui::FaultBanner</name>
    <message>
        <source>Ocultar los detalles</source>
        <comment>button that folds away the details of a fault</comment>
        <translation>Hide the details</translation>
    </message>
    <message>
        <source>Ver los detalles para el supervisor</source>
        <comment>button that folds out the details of a fault</comment>
        <translation>Show the details for the supervisor</translation>
    </message>
    <message>
        <source>Qué hacer ahora: espere un momento e intente de nuevo.</source>
        <comment>what to do after a failure: retry</comment>
        <translation>What to do now: wait a moment and try again.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: aparte esta pieza y siga con otra.</source>
        <comment>what to do after a failure: new blank</comment>
        <translation>What to do now: lay this blank aside and go on with another.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: llame al supervisor.</source>
        <comment>what to do after a failure: call the supervisor</comment>
        <translation>What to do now: call the supervisor.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: detenga el trabajo y llame al administrador.</source>
        <comment>what to do after a failure: stop</comment>
        <translation>What to do now: stop and call the administrator.</translation>
    </message>
    <message>
        <source>Código: %1</source>
        <comment>detail of a fault; %1 is its code</comment>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Código: %1, en %2</source>
        <comment>detail of a fault; %1 is its code, %2 the place</comment>
        <translation>Code: %1, at %2</translation>
    </message>
</context>
<context>
    <name>gui::FiltersSheet</name>
    <message>
        <source>Filtros guardados</source>
        <comment>title of the sheet of kept filters</comment>
        <translation>Kept filters</translation>
    </message>
    <message>
        <source>Ahora se muestra todo.</source>
        <comment>nothing narrows the list</comment>
        <translation>Everything is shown now.</translation>
    </message>
    <message>
        <source>Nombre para guardar lo que se muestra ahora</source>
        <comment>label of the name of a filter</comment>
        <translation>Name to keep what is shown now</translation>
    </message>
    <message>
        <source>Filtros guardados</source>
        <comment>accessible name of the list of kept filters</comment>
        <translation>Kept filters</translation>
    </message>
    <message>
        <source>Usar</source>
        <comment>button: narrows the list by the chosen filter</comment>
        <translation>Use</translation>
    </message>
    <message>
        <source>Olvidar</source>
        <comment>button: forgets the chosen filter</comment>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Guardar</source>
        <comment>button: keeps what narrows the list</comment>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: closes the sheet</comment>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>gui::FirstStartPage</name>
    <message>
        <source>Hacer la institución de práctica</source>
        <comment>button: makes a training institution</comment>
        <translation>Make the training institution</translation>
    </message>
    <message>
        <source>Ir a la entrada</source>
        <comment>button: goes on to the log-in page</comment>
        <translation>Go to the log-in</translation>
    </message>
    <message>
        <source>Todavía no hay institución</source>
        <comment>title of the first start</comment>
        <translation>There is no institution yet</translation>
    </message>
    <message>
        <source>En %1 no hay ninguna. Puede hacer una de práctica: personas inventadas, piezas en bóveda, órdenes de muestra y aparatos simulados. Nada de lo que produzca tiene valor. Para una institución verdadera use «troquel init».</source>
        <comment>explains the first start; %1 is a folder</comment>
        <translation>There is none in %1. You can make one to practise in: invented people, blanks in the vault, sample orders and simulated machines. Nothing that it makes is worth anything. For a real institution use “troquel init”.</translation>
    </message>
    <message>
        <source>Contraseña para todas las personas de práctica</source>
        <comment>label of a password</comment>
        <translation>Password for everybody in it</translation>
    </message>
    <message>
        <source>La misma contraseña, otra vez</source>
        <comment>label of a password</comment>
        <translation>The same password again</translation>
    </message>
    <message>
        <source>Las dos contraseñas no son iguales. Escríbala otra vez.</source>
        <comment>the two passwords differ</comment>
        <translation>The two passwords differ. Write it again.</translation>
    </message>
    <message>
        <source>No se hizo la institución.</source>
        <comment>what a failed founding means</comment>
        <translation>The institution was not made.</translation>
    </message>
    <message>
        <source>Haciendo llaves y libros…</source>
        <comment>progress of the first start</comment>
        <translation>Making keys and books…</translation>
    </message>
    <message>
        <source>Inscribiendo a las personas…</source>
        <comment>progress of the first start</comment>
        <translation>Enrolling people…</translation>
    </message>
    <message>
        <source>Recibiendo las piezas en bóveda…</source>
        <comment>progress of the first start</comment>
        <translation>Receiving blanks into the vault…</translation>
    </message>
    <message>
        <source>Recibiendo las órdenes de muestra…</source>
        <comment>progress of the first start</comment>
        <translation>Taking the sample orders…</translation>
    </message>
    <message>
        <source>%1 — %2, %3</source>
        <comment>a person to practise as; %1 user name, %2 full name, %3 role</comment>
        <translation>%1 — %2, %3</translation>
    </message>
    <message>
        <source>La institución de práctica está lista</source>
        <comment>title of the first start, once it is done</comment>
        <translation>The training institution is ready</translation>
    </message>
    <message>
        <source>Entre como una de estas personas, con la contraseña que escribió:</source>
        <comment>the first start is done</comment>
        <translation>Log in as one of these people, with the password that you wrote:</translation>
    </message>
</context>
<context>
    <name>gui::ForecastPage</name>
    <message>
        <source>Semanas que alcanza lo que hay</source>
        <comment>title of a chart</comment>
        <translation>Weeks that the stock lasts</translation>
    </message>
    <message>
        <source>toda la institución</source>
        <comment>the line of the whole house</comment>
        <translation>the whole institution</translation>
    </message>
    <message>
        <source>sin sede</source>
        <comment>the line of places without a site</comment>
        <translation>no site</translation>
    </message>
</context>
<context>
    <name>gui::FormSheet</name>
    <message>
        <source>Cancelar</source>
        <comment>button: leaves a form, nothing is done</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ruta del archivo, o F4 para buscarlo</source>
        <comment>hint in a field for a file</comment>
        <translation>Path of the file, or F4 to look for it</translation>
    </message>
    <message>
        <source>Falta llenar: %1.</source>
        <comment>%1 is the label of a field</comment>
        <translation>Still to fill in: %1.</translation>
    </message>
    <message>
        <source>Un momento…</source>
        <comment>shown while the office is asked</comment>
        <translation>One moment…</translation>
    </message>
</context>
<context>
    <name>gui::HomePage</name>
    <message>
        <source>Lo que le espera</source>
        <comment>heading over what waits for the person</comment>
        <translation>What waits for you</translation>
    </message>
    <message>
        <source>Lea una pieza con el lector en cualquier momento para ver su vida entera, o escriba su serie aquí:</source>
        <comment>over a field for a serial</comment>
        <translation>Scan a blank at any time to see its whole life, or type its serial here:</translation>
    </message>
    <message>
        <source>Serie de una pieza</source>
        <comment>name of the field for a serial</comment>
        <translation>Serial of a blank</translation>
    </message>
    <message>
        <source>Existencias</source>
        <comment>button: page of balances</comment>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Lugares</source>
        <comment>button: page of places and custodians</comment>
        <translation>Places</translation>
    </message>
    <message>
        <source>Recepción</source>
        <comment>button: page of deliveries</comment>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Traslados</source>
        <comment>button: page of transfers</comment>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Requisiciones</source>
        <comment>button: page of requisitions</comment>
        <translation>Requisitions</translation>
    </message>
    <message>
        <source>Conteos</source>
        <comment>button: page of counts</comment>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Cuarentena</source>
        <comment>button: page of spoiled blanks</comment>
        <translation>Quarantine</translation>
    </message>
    <message>
        <source>Destrucción</source>
        <comment>button: page of destructions</comment>
        <translation>Destruction</translation>
    </message>
    <message>
        <source>Conciliación</source>
        <comment>button: page of the reconciliation</comment>
        <translation>Reconciliation</translation>
    </message>
    <message>
        <source>Faltantes</source>
        <comment>button: page of losses</comment>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Previsión</source>
        <comment>button: page of the forecast</comment>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>Calidad</source>
        <comment>button: page of the quality of suppliers</comment>
        <translation>Quality</translation>
    </message>
    <message>
        <source>No hay nada pendiente para usted.</source>
        <comment>nothing waits for the person</comment>
        <translation>Nothing waits for you.</translation>
    </message>
</context>
<context>
    <name>gui::InspectionDesk</name>
    <message>
        <source>Nada espera a un inspector</source>
        <comment>no document waits for an inspector</comment>
        <translation>Nothing waits for an inspector</translation>
    </message>
    <message>
        <source>Cuando la línea termine un documento, aparecerá aquí. También puede leer el código de una libreta para verla.</source>
        <comment>advice where no document waits for an inspector</comment>
        <translation>When the line finishes a document, it appears here. You may also scan a booklet to see it.</translation>
    </message>
    <message>
        <source>Está bien: liberar</source>
        <comment>button: accepts and releases the document</comment>
        <translation>Good: release</translation>
    </message>
    <message>
        <source>Decidir entre dos</source>
        <comment>button: two people accept what was refused</comment>
        <translation>Two decide</translation>
    </message>
    <message>
        <source>Está mal</source>
        <comment>button: refuses the document</comment>
        <translation>Bad</translation>
    </message>
    <message>
        <source>Después</source>
        <comment>button: goes on to the next document</comment>
        <translation>Later</translation>
    </message>
    <message>
        <source>Pruebas</source>
        <comment>button: shows all checks of the inspection</comment>
        <translation>Checks</translation>
    </message>
    <message>
        <source>Leer el chip</source>
        <comment>button: reads the chip</comment>
        <translation>Read the chip</translation>
    </message>
    <message>
        <source>Comprobar</source>
        <comment>button: checks the kept files of the document again</comment>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Cola</source>
        <comment>button: the list of documents that wait</comment>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Buscando el siguiente…</source>
        <comment>shown while the next document is looked for</comment>
        <translation>Looking for the next…</translation>
    </message>
    <message>
        <source>Abriendo el documento…</source>
        <comment>shown while a document is opened</comment>
        <translation>Opening the document…</translation>
    </message>
    <message>
        <source>Liberando…</source>
        <comment>shown while a document is released</comment>
        <translation>Releasing…</translation>
    </message>
    <message>
        <source>El documento sigue sin liberar.</source>
        <comment>what a refused release means</comment>
        <translation>The document is still not released.</translation>
    </message>
    <message>
        <source>El documento %1 quedó liberado.</source>
        <comment>after a release; %1 is a number</comment>
        <translation>Document %1 is released.</translation>
    </message>
    <message>
        <source>La página está bien</source>
        <comment>title: two people accept what was refused for its looks</comment>
        <translation>The page is good</translation>
    </message>
    <message>
        <source>La inspección rechazó la página de %1 por cómo se ve. Si usted y un supervisor la encuentran bien, sigue. Una firma que falla o un dato distinto no se pueden dar por buenos.</source>
        <comment>what two people decide; %1 is a number</comment>
        <translation>Inspection refused the page of %1 for how it looks. Where you and a supervisor find it good, it goes on. A signature that fails, or anything that differs, cannot be found good.</translation>
    </message>
    <message>
        <source>Seguir con el supervisor</source>
        <comment>button: goes on to the second person&apos;s consent</comment>
        <translation>Go on with the supervisor</translation>
    </message>
    <message>
        <source>Documento %1: %2</source>
        <comment>what is consented to; %1 number, %2 reason</comment>
        <translation>Document %1: %2</translation>
    </message>
    <message>
        <source>Inspector: escriba sus datos</source>
        <comment>the one who consents</comment>
        <translation>Inspector: type your credentials</translation>
    </message>
    <message>
        <source>Supervisor que miró la página: escriba sus datos</source>
        <comment>the second who consents</comment>
        <translation>Supervisor who looked at the page: type your credentials</translation>
    </message>
    <message>
        <source>Dos personas dieron por buena la página de %1. Ya puede liberarse.</source>
        <comment>after an override; %1 is a number</comment>
        <translation>Two people found the page of %1 good. It may be released now.</translation>
    </message>
    <message>
        <source>Rechazar el documento %1</source>
        <comment>title; %1 is a number</comment>
        <translation>Refuse document %1</translation>
    </message>
    <message>
        <source>La pieza %1 irá a cuarentena y la orden se hará de nuevo.</source>
        <comment>what a refusal does; %1 is a serial</comment>
        <translation>Blank %1 goes to quarantine, and the order is made again.</translation>
    </message>
    <message>
        <source>Rechazar</source>
        <comment>button: refuses the document</comment>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>El retrato no es el de la orden</source>
        <comment>cause of a refusal</comment>
        <translation>The portrait is not the order&apos;s</translation>
    </message>
    <message>
        <source>Los datos no son los de la orden</source>
        <comment>cause of a refusal</comment>
        <translation>The data are not the order&apos;s</translation>
    </message>
    <message>
        <source>La zona de lectura no se lee</source>
        <comment>cause of a refusal</comment>
        <translation>The machine-readable zone cannot be read</translation>
    </message>
    <message>
        <source>Impresión manchada, rayada o corrida</source>
        <comment>cause of a refusal</comment>
        <translation>Print stained, streaked or displaced</translation>
    </message>
    <message>
        <source>Libreta o tarjeta dañada</source>
        <comment>cause of a refusal</comment>
        <translation>Booklet or card damaged</translation>
    </message>
    <message>
        <source>Rechazando…</source>
        <comment>shown while a document is refused</comment>
        <translation>Refusing…</translation>
    </message>
    <message>
        <source>El documento %1 quedó rechazado. Aparte la pieza %2 para cuarentena.</source>
        <comment>after a refusal; %1 number, %2 serial</comment>
        <translation>Document %1 is refused. Set blank %2 aside for quarantine.</translation>
    </message>
    <message>
        <source>El documento sigue como estaba.</source>
        <comment>what a failed refusal means</comment>
        <translation>The document is as it was.</translation>
    </message>
    <message>
        <source>Leyendo el chip… No retire la libreta.</source>
        <comment>shown while a chip is being read</comment>
        <translation>Reading the chip… Do not take the booklet away.</translation>
    </message>
    <message>
        <source>El chip no se leyó; el documento sigue como estaba.</source>
        <comment>what a failed reading means</comment>
        <translation>The chip was not read; the document is as it was.</translation>
    </message>
    <message>
        <source>Lo que dice el chip en el lector</source>
        <comment>title of the list of checks of a chip</comment>
        <translation>What the chip in the reader says</translation>
    </message>
    <message>
        <source>El chip es auténtico y dice lo mismo que la orden.</source>
        <comment>a good chip</comment>
        <translation>The chip is authentic and says what the order says.</translation>
    </message>
    <message>
        <source>El chip no dice lo mismo que la orden. ¿Es esta libreta?</source>
        <comment>a chip</comment>
        <translation>The chip does not say what the order says. Is it this booklet?</translation>
    </message>
    <message>
        <source>El chip no pasa la inspección: no lo libere.</source>
        <comment>a bad chip</comment>
        <translation>The chip does not pass inspection: do not release it.</translation>
    </message>
    <message>
        <source>Comprobando los archivos…</source>
        <comment>shown while kept files are checked</comment>
        <translation>Checking the files…</translation>
    </message>
    <message>
        <source>Comprobación de los archivos guardados</source>
        <comment>title of the list of checks</comment>
        <translation>Check of the kept files</translation>
    </message>
    <message>
        <source>Página, chip y firma concuerdan con la orden.</source>
        <comment>kept files</comment>
        <translation>Page, chip and signature agree with the order.</translation>
    </message>
    <message>
        <source>Algo no concuerda: no lo libere y llame al supervisor.</source>
        <comment>kept files that do not agree</comment>
        <translation>Something does not agree: do not release it, and call the supervisor.</translation>
    </message>
</context>
<context>
    <name>gui::InspectionPage</name>
    <message>
        <source>Retratos</source>
        <comment>choice: shows the portraits</comment>
        <translation>Portraits</translation>
    </message>
    <message>
        <source>Página</source>
        <comment>choice: shows the page</comment>
        <translation>Page</translation>
    </message>
    <message>
        <source>Diferencias</source>
        <comment>choice: shows where the page differs</comment>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Acercar</source>
        <comment>button: enlarges the pictures</comment>
        <translation>Nearer</translation>
    </message>
    <message>
        <source>Alejar</source>
        <comment>button: makes the pictures smaller</comment>
        <translation>Farther</translation>
    </message>
    <message>
        <source>Entera</source>
        <comment>button: shows the whole of the pictures</comment>
        <translation>Whole</translation>
    </message>
    <message>
        <source>Ctrl y flechas: mover</source>
        <comment>beside the buttons that enlarge the pictures</comment>
        <translation>Ctrl and arrows: move</translation>
    </message>
    <message>
        <source>%1 · orden %2 · pieza %3</source>
        <comment>%1 kind of document, %2 order, %3 serial of the blank</comment>
        <translation>%1 · order %2 · blank %3</translation>
    </message>
    <message>
        <source>Todavía no fue inspeccionado.</source>
        <comment>a document without checks</comment>
        <translation>Not inspected yet.</translation>
    </message>
    <message numerus="yes">
        <source>La inspección encontró bien %n cosa(s).</source>
        <comment>checks that passed</comment>
        <translation>
            <numerusform>Inspection found the one thing good that it looked at.</numerusform>
            <numerusform>Inspection found all %n things good.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usted hizo este documento: lo inspecciona otra persona</source>
        <comment>the maker may not inspect</comment>
        <translation>You made this document: another person inspects it</translation>
    </message>
    <message>
        <source>Mire la página impresa y compárela con la orden</source>
        <comment>what an inspector is asked for</comment>
        <translation>Look at the printed page and compare it with the order</translation>
    </message>
    <message>
        <source>Compare y libere</source>
        <comment>what an inspector is asked for</comment>
        <translation>Compare and release</translation>
    </message>
    <message>
        <source>La inspección la rechazó por cómo se ve: mírela y decida</source>
        <comment>what an inspector is asked for</comment>
        <translation>Inspection refused it for how it looks: look and decide</translation>
    </message>
    <message>
        <source>No espera a un inspector: %1</source>
        <comment>%1 is the state of the document</comment>
        <translation>Waits for no inspector: %1</translation>
    </message>
    <message numerus="yes">
        <source>Esperan: %n</source>
        <comment>how many documents wait for an inspector</comment>
        <translation>
            <numerusform>Waiting: 1</numerusform>
            <numerusform>Waiting: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Titular reservado: sus datos los ve quien tiene a su cargo los expedientes reservados. Compare la libreta con la orden en papel.</source>
        <comment>pictures of a confidential holder are not shown</comment>
        <translation>Confidential holder: their data are shown to whoever is in charge of confidential files. Compare the booklet with the order on paper.</translation>
    </message>
    <message>
        <source>No hay imagen</source>
        <comment>there is no such picture</comment>
        <translation>There is no picture</translation>
    </message>
    <message>
        <source>Retrato de la orden</source>
        <comment>caption of a picture</comment>
        <translation>Portrait of the order</translation>
    </message>
    <message>
        <source>Retrato del chip</source>
        <comment>caption of a picture</comment>
        <translation>Portrait of the chip</translation>
    </message>
    <message>
        <source>Como se mandó imprimir (%1)</source>
        <comment>caption of a picture; %1 is the side</comment>
        <translation>As it was sent to print (%1)</translation>
    </message>
    <message>
        <source>Como la vio el escáner (%1)</source>
        <comment>caption of a picture; %1 is the side</comment>
        <translation>As the scanner saw it (%1)</translation>
    </message>
    <message>
        <source>Sobra en rojo, falta en azul (%1)</source>
        <comment>caption of a picture; %1 is the side</comment>
        <translation>Too much in red, lacking in blue (%1)</translation>
    </message>
    <message>
        <source>Pruebas de la inspección</source>
        <comment>title of the list of checks</comment>
        <translation>Checks of the inspection</translation>
    </message>
</context>
<context>
    <name>gui::JournalPage</name>
    <message>
        <source>Diario</source>
        <comment>title of the page</comment>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Hora (UTC)</source>
        <comment>column: when</comment>
        <translation>Time (UTC)</translation>
    </message>
    <message>
        <source>Persona</source>
        <comment>column: who did it</comment>
        <translation>Person</translation>
    </message>
    <message>
        <source>Segunda</source>
        <comment>column: the second person</comment>
        <translation>Second</translation>
    </message>
    <message>
        <source>Puesto</source>
        <comment>column: the workstation</comment>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Acto</source>
        <comment>column: what was done</comment>
        <translation>Act</translation>
    </message>
    <message>
        <source>Sobre qué</source>
        <comment>column: what it was done to</comment>
        <translation>About what</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>column: the reason given</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Hechos</source>
        <comment>column: further facts</comment>
        <translation>Facts</translation>
    </message>
    <message>
        <source>El diario no tiene renglones así</source>
        <comment>an empty list</comment>
        <translation>The journal has no such entries</translation>
    </message>
    <message>
        <source>Borre alguno de los campos de arriba y pulse Intro.</source>
        <comment>advice at an empty list</comment>
        <translation>Empty one of the fields above and press Enter.</translation>
    </message>
    <message>
        <source>Persona</source>
        <comment>field: user name</comment>
        <translation>Person</translation>
    </message>
    <message>
        <source>usuario</source>
        <comment>hint in a field</comment>
        <translation>user</translation>
    </message>
    <message>
        <source>Acto</source>
        <comment>field: name of an act</comment>
        <translation>Act</translation>
    </message>
    <message>
        <source>stock.issue</source>
        <comment>hint in a field</comment>
        <translation>stock.issue</translation>
    </message>
    <message>
        <source>Sobre qué</source>
        <comment>field: an id</comment>
        <translation>About what</translation>
    </message>
    <message>
        <source>A0000001</source>
        <comment>hint in a field</comment>
        <translation>A0000001</translation>
    </message>
    <message>
        <source>Desde</source>
        <comment>field: first day</comment>
        <translation>From</translation>
    </message>
    <message>
        <source>2026-11-01</source>
        <comment>hint in a field: a day</comment>
        <translation>2026-11-01</translation>
    </message>
    <message>
        <source>Hasta</source>
        <comment>field: last day</comment>
        <translation>Until</translation>
    </message>
    <message>
        <source>2026-11-30</source>
        <comment>hint in a field: a day</comment>
        <translation>2026-11-30</translation>
    </message>
    <message>
        <source>Buscar</source>
        <comment>button: searches the journal</comment>
        <translation>Search</translation>
    </message>
    <message>
        <source>Ver el renglón</source>
        <comment>button: shows an entry of the journal whole</comment>
        <translation>Show the entry</translation>
    </message>
    <message>
        <source>Comprobar el diario</source>
        <comment>button: verifies the journal</comment>
        <translation>Verify the journal</translation>
    </message>
    <message>
        <source>Firmar constancia</source>
        <comment>button: signs a checkpoint of the journal</comment>
        <translation>Sign a checkpoint</translation>
    </message>
    <message>
        <source>Guardar todo el diario</source>
        <comment>button: exports the journal</comment>
        <translation>Save the whole journal</translation>
    </message>
    <message>
        <source>%1, en %2</source>
        <comment>%1 when, %2 the workstation</comment>
        <translation>%1, at %2</translation>
    </message>
    <message>
        <source>Lo hizo %1.</source>
        <comment>%1 is a user name</comment>
        <translation>Done by %1.</translation>
    </message>
    <message>
        <source>Lo hizo %1, con %2.</source>
        <comment>%1 and %2 are user names</comment>
        <translation>Done by %1, with %2.</translation>
    </message>
    <message>
        <source>Acto %1, sobre %2 %3</source>
        <comment>%1 act, %2 kind of thing, %3 its id</comment>
        <translation>Act %1, about %2 %3</translation>
    </message>
    <message>
        <source>Motivo: %1</source>
        <comment>%1 is a reason</comment>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>Renglón del diario</source>
        <comment>title</comment>
        <translation>Entry of the journal</translation>
    </message>
    <message>
        <source>Recorriendo el diario…</source>
        <comment>shown while the journal is verified</comment>
        <translation>Walking the journal…</translation>
    </message>
    <message>
        <source>El diario está íntegro: %1 renglones, %2 constancias firmadas.</source>
        <comment>%1 and %2 are numbers</comment>
        <translation>The journal is intact: %1 entries, %2 signed checkpoints.</translation>
    </message>
    <message>
        <source>El diario fue ALTERADO.</source>
        <comment>the journal is not whole</comment>
        <translation>The journal was ALTERED.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: no cierre nada, guarde una copia del diario (F8) y llame al auditor.</source>
        <comment>advice after a journal was found altered</comment>
        <translation>What to do now: close nothing, save a copy of the journal (F8) and call the auditor.</translation>
    </message>
    <message>
        <source>Constancia firmada: lo escrito hasta ahora queda fijado.</source>
        <comment>after a checkpoint was signed</comment>
        <translation>Checkpoint signed: what was written so far is fixed.</translation>
    </message>
    <message>
        <source>Reuniendo el diario…</source>
        <comment>shown while the journal is exported</comment>
        <translation>Gathering the journal…</translation>
    </message>
    <message>
        <source>Guardar todo el diario</source>
        <comment>title</comment>
        <translation>Save the whole journal</translation>
    </message>
    <message>
        <source>Un objeto JSON por renglón, con sus sumas. Guárdelo fuera de esta máquina.</source>
        <comment>what the exported journal is</comment>
        <translation>One JSON object an entry, with its digests. Keep it off this machine.</translation>
    </message>
</context>
<context>
    <name>gui::KeysPage</name>
    <message>
        <source>Llaves y ceremonias</source>
        <comment>title of the page</comment>
        <translation>Keys and ceremonies</translation>
    </message>
    <message>
        <source>Entrada</source>
        <comment>column: entry of the key book</comment>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Para qué</source>
        <comment>column: purpose of a key</comment>
        <translation>For what</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>column: state of a key</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Firma hasta</source>
        <comment>column: when the key ceases to sign</comment>
        <translation>Signs until</translation>
    </message>
    <message>
        <source>Certificado hasta</source>
        <comment>column: when the certificate ends</comment>
        <translation>Certified until</translation>
    </message>
    <message>
        <source>Documentos</source>
        <comment>column: how many were signed, of how many</comment>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Por entrada</source>
        <comment>order of a list</comment>
        <translation>By entry</translation>
    </message>
    <message>
        <source>Por término</source>
        <comment>order of a list</comment>
        <translation>By end</translation>
    </message>
    <message>
        <source>Escriba una entrada o para qué es</source>
        <comment>hint in the filter</comment>
        <translation>Type an entry or what it is for</translation>
    </message>
    <message>
        <source>No hay llaves</source>
        <comment>an empty list</comment>
        <translation>There are no keys</translation>
    </message>
    <message>
        <source>La institución las hace al fundarse.</source>
        <comment>advice at an empty list</comment>
        <translation>The institution makes them when it is founded.</translation>
    </message>
    <message>
        <source>Avisos</source>
        <comment>button: shows all notices about keys</comment>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Ceremonias</source>
        <comment>button</comment>
        <translation>Ceremonies</translation>
    </message>
    <message>
        <source>Quienes firman</source>
        <comment>button: those who sign certificates</comment>
        <translation>Signers</translation>
    </message>
    <message>
        <source>Claves de transporte</source>
        <comment>button</comment>
        <translation>Transport keys</translation>
    </message>
    <message>
        <source>Para el directorio</source>
        <comment>button: files for the public key directory</comment>
        <translation>For the directory</translation>
    </message>
    <message>
        <source>%1 de %2</source>
        <comment>%1 documents signed, %2 at most</comment>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Las llaves están al día.</source>
        <comment>no notices about keys</comment>
        <translation>The keys are in order.</translation>
    </message>
    <message numerus="yes">
        <source>%1 Hay %n aviso(s) más (F3).</source>
        <comment>%1 is a sentence</comment>
        <translation>
            <numerusform>%1 There is 1 notice more (F3).</numerusform>
            <numerusform>%1 There are %n notices more (F3).</numerusform>
        </translation>
    </message>
    <message>
        <source>ALARMA: %1</source>
        <comment>%1 is a sentence</comment>
        <translation>ALARM: %1</translation>
    </message>
    <message>
        <source>Aviso: %1</source>
        <comment>%1 is a sentence</comment>
        <translation>Notice: %1</translation>
    </message>
    <message>
        <source>La lista de revocación rige hasta %1.</source>
        <comment>%1 is a day, with the days left</comment>
        <translation>The revocation list is in force until %1.</translation>
    </message>
    <message>
        <source>Lo que hay que hacer con las llaves</source>
        <comment>title</comment>
        <translation>What is to be done about the keys</translation>
    </message>
    <message>
        <source>La ceremonia terminó.</source>
        <comment>after a ceremony</comment>
        <translation>The ceremony is over.</translation>
    </message>
    <message>
        <source>Ceremonias de llaves</source>
        <comment>title</comment>
        <translation>Key ceremonies</translation>
    </message>
    <message>
        <source>%1: %2, %3, hasta %4</source>
        <comment>%1 entry, %2 person, %3 title of office, %4 day</comment>
        <translation>%1: %2, %3, until %4</translation>
    </message>
    <message>
        <source>%1: %2, terminó el %3</source>
        <comment>%1 entry, %2 person, %3 day</comment>
        <translation>%1: %2, ended on %3</translation>
    </message>
    <message>
        <source>Nadie firma certificaciones todavía.</source>
        <comment>nobody signs certificates</comment>
        <translation>Nobody signs certificates yet.</translation>
    </message>
    <message>
        <source>Quienes firman certificaciones</source>
        <comment>title</comment>
        <translation>Who signs certificates</translation>
    </message>
    <message>
        <source>%1: FALTA</source>
        <comment>%1 is the name of a transport key</comment>
        <translation>%1: LACKING</translation>
    </message>
    <message>
        <source>%1: guardada el %2 por %3 y %4</source>
        <comment>%1 name, %2 day, %3 and %4 people</comment>
        <translation>%1: entered on %2 by %3 and %4</translation>
    </message>
    <message>
        <source>Ningún chip de la casa pide clave de transporte.</source>
        <comment>no transport keys</comment>
        <translation>No chip of the house wants a transport key.</translation>
    </message>
    <message>
        <source>Claves de transporte</source>
        <comment>title</comment>
        <translation>Transport keys</translation>
    </message>
    <message>
        <source>Para el directorio de llaves públicas</source>
        <comment>title</comment>
        <translation>For the public key directory</translation>
    </message>
    <message>
        <source>Certificados y listas, y directory.ldif para subirlos.</source>
        <comment>what the files are</comment>
        <translation>Certificates and lists, and directory.ldif to bring them there.</translation>
    </message>
</context>
<context>
    <name>gui::LifePage</name>
    <message>
        <source>Vida de una pieza</source>
        <comment>title of the page of one blank</comment>
        <translation>Life of a blank</translation>
    </message>
    <message>
        <source>Cuándo</source>
        <comment>column: moment of an event</comment>
        <translation>When</translation>
    </message>
    <message>
        <source>Qué pasó</source>
        <comment>column: kind of an event</comment>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>column: where a blank was after it</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>column: state of a blank after it</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Persona</source>
        <comment>column: who did it</comment>
        <translation>Person</translation>
    </message>
    <message>
        <source>Con</source>
        <comment>column: the second person</comment>
        <translation>With</translation>
    </message>
    <message>
        <source>De qué trata</source>
        <comment>column: order, receipt, shift or case of an event</comment>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Lo primero arriba</source>
        <comment>sort: oldest events first</comment>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>Persona, lugar…</source>
        <comment>what may be typed to narrow events</comment>
        <translation>Person, place…</translation>
    </message>
    <message>
        <source>No hay movimientos</source>
        <comment>a blank without events</comment>
        <translation>There are no movements</translation>
    </message>
    <message>
        <source>Se leyó: %1</source>
        <comment>%1 is what was scanned</comment>
        <translation>Scanned: %1</translation>
    </message>
    <message>
        <source>Serie</source>
        <comment>name of a fact: serial</comment>
        <translation>Serial</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>name of a fact: item</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>name of a fact: state</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>name of a fact: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Chip</source>
        <comment>name of a fact: identity of the chip</comment>
        <translation>Chip</translation>
    </message>
    <message>
        <source>Fotografías</source>
        <comment>button: saves the photographs of a spoiled blank</comment>
        <translation>Photographs</translation>
    </message>
    <message>
        <source>Causa: %1</source>
        <comment>detail of an event; %1 is the cause of a spoilage</comment>
        <translation>Cause: %1</translation>
    </message>
</context>
<context>
    <name>gui::LinePage</name>
    <message>
        <source>Pausar</source>
        <comment>button: a workstation takes no orders</comment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Terminar y cerrar</source>
        <comment>button: a workstation takes no new orders</comment>
        <translation>Finish and close</translation>
    </message>
    <message>
        <source>Reanudar</source>
        <comment>button: a workstation works again</comment>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Puesto elegido: %1</source>
        <comment>%1 is the chosen workstation</comment>
        <translation>Chosen workstation: %1</translation>
    </message>
    <message>
        <source>Pausar el puesto %1</source>
        <comment>title; %1 is a workstation</comment>
        <translation>Pause workstation %1</translation>
    </message>
    <message>
        <source>Terminar y cerrar el puesto %1</source>
        <comment>title; %1 is a workstation</comment>
        <translation>Finish and close workstation %1</translation>
    </message>
    <message>
        <source>No toma más órdenes. Lo que la máquina tiene a medias se termina.</source>
        <comment>what a pause means</comment>
        <translation>It takes no more orders. What the machine has begun is finished.</translation>
    </message>
    <message>
        <source>Termina las órdenes que empezó y no toma nuevas.</source>
        <comment>what draining a workstation means</comment>
        <translation>It finishes the orders that it began and takes no new ones.</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label of the reason of a decision</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>No hay puestos.</source>
        <comment>there is no workstation in the picture</comment>
        <translation>There are no workstations.</translation>
    </message>
</context>
<context>
    <name>gui::ListHead</name>
    <message>
        <source>Orden</source>
        <comment>label of the choice of how a list is sorted</comment>
        <translation>Order</translation>
    </message>
    <message>
        <source>Buscado: %1</source>
        <comment>what a list was narrowed by; %1 was typed</comment>
        <translation>Searched: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a list was narrowed by; %1 names the choice, %2 what was chosen</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gui::ListPage</name>
    <message>
        <source>Elija primero una fila con las flechas.</source>
        <comment>a button wants a row of the list</comment>
        <translation>Choose a row with the arrows first.</translation>
    </message>
</context>
<context>
    <name>gui::ListView</name>
    <message>
        <source>Nada coincide con lo que se busca</source>
        <comment>a list that was narrowed to nothing</comment>
        <translation>Nothing matches what is searched</translation>
    </message>
    <message>
        <source>Borre lo escrito (Esc) o elija otra cosa arriba.</source>
        <comment>advice at a narrowed list</comment>
        <translation>Clear what was typed (Esc), or choose something else above.</translation>
    </message>
    <message>
        <source>No se pudo traer la lista</source>
        <comment>a list that could not be fetched</comment>
        <translation>The list could not be fetched</translation>
    </message>
    <message>
        <source>Pulse Ctrl+R para intentar de nuevo.</source>
        <comment>advice at a list that could not be fetched</comment>
        <translation>Press Ctrl+R to try again.</translation>
    </message>
    <message>
        <source>Copiar</source>
        <comment>button: copies the chosen rows</comment>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Columnas</source>
        <comment>button: which columns are shown</comment>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Filtros</source>
        <comment>button: filters that were kept</comment>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Exportar</source>
        <comment>button: writes the list into a file</comment>
        <translation>Export</translation>
    </message>
    <message>
        <source>Buscando…</source>
        <comment>shown while a list is being fetched</comment>
        <translation>Searching…</translation>
    </message>
    <message numerus="yes">
        <source>%n fila(s)</source>
        <comment>how many rows a list has</comment>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Más de %n fila(s)</source>
        <comment>how many rows of a list are here; there are more</comment>
        <translation>
            <numerusform>More than %n row</numerusform>
            <numerusform>More than %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::LogInForm</name>
    <message>
        <source>Código de seis dígitos</source>
        <comment>label of the field for the one-time code</comment>
        <translation>Six-digit code</translation>
    </message>
    <message>
        <source>Usuario</source>
        <comment>label of the field for the user name</comment>
        <translation>User</translation>
    </message>
    <message>
        <source>Contraseña</source>
        <comment>label of the field for the password</comment>
        <translation>Password</translation>
    </message>
    <message>
        <source>Comprobando…</source>
        <comment>shown while user and password are being checked</comment>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Intro</source>
        <comment>name of the key Enter</comment>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>gui::LogInPage</name>
    <message>
        <source>Entrar</source>
        <comment>button: logs a person in</comment>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Otra persona</source>
        <comment>button: somebody else wants to log in</comment>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Troquel</source>
        <comment>name of the program, on the log-in page</comment>
        <translation>Troquel</translation>
    </message>
    <message>
        <source>Puesto %1. Entre con su usuario y su contraseña.</source>
        <comment>log-in page; %1 is the workstation</comment>
        <translation>Workstation %1. Log in with your user and your password.</translation>
    </message>
    <message>
        <source>Puesto bloqueado</source>
        <comment>title of the page of a locked window</comment>
        <translation>Workstation locked</translation>
    </message>
    <message>
        <source>Lo bloqueó %1. La línea sigue trabajando.</source>
        <comment>locked window while the line works; %1 is the person&apos;s full name</comment>
        <translation>Locked by %1. The line goes on working.</translation>
    </message>
    <message>
        <source>Lo bloqueó %1.</source>
        <comment>locked window; %1 is the person&apos;s full name</comment>
        <translation>Locked by %1.</translation>
    </message>
    <message>
        <source>Lo que estaba en pantalla se conserva si entra la misma persona.</source>
        <comment>log-in page after a session ended by itself</comment>
        <translation>What was on the screen is kept if the same person logs in.</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Troquel</source>
        <comment>title of the window</comment>
        <translation>Troquel</translation>
    </message>
    <message>
        <source>CAPACITACIÓN – SIN VALOR: institución de práctica</source>
        <comment>strip over a training window</comment>
        <translation>TRAINING – NO VALUE: an institution for practice</translation>
    </message>
    <message>
        <source>Bloquear</source>
        <comment>button: locks the window</comment>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Cambiar de persona</source>
        <comment>button: another person logs in</comment>
        <translation>Change person</translation>
    </message>
    <message>
        <source>Puesto: %1</source>
        <comment>foot of the window; %1 is the workstation</comment>
        <translation>Workstation: %1</translation>
    </message>
    <message>
        <source>Se intenta de nuevo cada pocos segundos. Lo que ya está en la máquina se termina.</source>
        <comment>banner while the office cannot be reached</comment>
        <translation>It is tried again every few seconds. What is in the machine already is ended.</translation>
    </message>
    <message>
        <source>No hay ninguna mesa para sus funciones</source>
        <comment>a person logged in for whom the program has no desk</comment>
        <translation>There is no desk for your roles</translation>
    </message>
    <message>
        <source>Su trabajo se hace con el programa «troquel». Si cree que es un error, llame al administrador.</source>
        <comment>advice to a person for whom the program has no desk</comment>
        <translation>Your work is done with the program “troquel”. If you think that is a mistake, call the administrator.</translation>
    </message>
    <message>
        <source>Sin comunicación con los libros</source>
        <comment>foot of the window: the office cannot be reached</comment>
        <translation>The books cannot be reached</translation>
    </message>
    <message>
        <source>En comunicación</source>
        <comment>foot of the window: the office answers</comment>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Persona: %1</source>
        <comment>foot of the window; %1 is the full name</comment>
        <translation>Person: %1</translation>
    </message>
    <message>
        <source>Nadie ha entrado</source>
        <comment>foot of the window: nobody is logged in</comment>
        <translation>Nobody is logged in</translation>
    </message>
    <message>
        <source>Tema</source>
        <comment>button: changes between light and dark theme</comment>
        <translation>Theme</translation>
    </message>
    <message numerus="yes">
        <source>El certificado de este puesto vence el %1: le queda(n) %n día(s).</source>
        <comment>warning in the window; %1 is a day</comment>
        <translation>
            <numerusform>This workstation&apos;s certificate ends on %1: 1 day is left.</numerusform>
            <numerusform>This workstation&apos;s certificate ends on %1: %n days are left.</numerusform>
        </translation>
    </message>
    <message>
        <source>Después de ese día el servicio ya no deja entrar a este puesto.</source>
        <comment>warning in the window</comment>
        <translation>After that day the service lets this workstation in no more.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: avise al administrador o al oficial de seguridad; se renueva en este puesto con «troquel workstation renew».</source>
        <comment>warning in the window: what to do</comment>
        <translation>What to do now: tell the administrator or the security officer; it is renewed at this workstation by “troquel workstation renew”.</translation>
    </message>
</context>
<context>
    <name>gui::NotificationsPage</name>
    <message>
        <source>Anotar un intento</source>
        <comment>button: what came of an attempt to notify</comment>
        <translation>Record an attempt</translation>
    </message>
    <message>
        <source>Ruta del día</source>
        <comment>button: the day&apos;s list of visits</comment>
        <translation>Route of the day</translation>
    </message>
    <message>
        <source>Respondió</source>
        <comment>button: somebody answered a notice</comment>
        <translation>Was answered</translation>
    </message>
    <message>
        <source>Archivar</source>
        <comment>button: sends a file to the archive</comment>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to what awaits the person</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Elija primero una notificación de la lista.</source>
        <comment>nothing was chosen</comment>
        <translation>First choose a notification in the list.</translation>
    </message>
    <message>
        <source>Ruta del día</source>
        <comment>title of a sheet</comment>
        <translation>Route of the day</translation>
    </message>
    <message>
        <source>Lista firmada de las notificaciones personales pendientes, para quien sale.</source>
        <comment>what the route is</comment>
        <translation>Signed list of the personal notifications that are pending, for whoever goes.</translation>
    </message>
    <message>
        <source>Hacer la ruta</source>
        <comment>button: makes the day&apos;s list of visits</comment>
        <translation>Make the route</translation>
    </message>
    <message>
        <source>Día</source>
        <comment>label of a field</comment>
        <translation>Day</translation>
    </message>
    <message numerus="yes">
        <source>Ruta %1 con %n visita(s).</source>
        <comment>after the route was made; %1 is its number</comment>
        <translation>
            <numerusform>Route %1 with %n visit.</numerusform>
            <numerusform>Route %1 with %n visits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Intento de notificar %1</source>
        <comment>title of a sheet; %1 is a number</comment>
        <translation>Attempt to serve %1</translation>
    </message>
    <message>
        <source>Anotar</source>
        <comment>button: records what came of an attempt</comment>
        <translation>Record</translation>
    </message>
    <message>
        <source>Resultado</source>
        <comment>label of a field</comment>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Observaciones</source>
        <comment>label of a field</comment>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Anotado. Sigue: %1.</source>
        <comment>after an attempt; %1 is the manner that is next</comment>
        <translation>Recorded. Next: %1.</translation>
    </message>
    <message>
        <source>Notificada el %1.</source>
        <comment>after somebody was told; %1 is a day</comment>
        <translation>Served on %1.</translation>
    </message>
    <message>
        <source>Notificada el %1; el recurso vence el %2.</source>
        <comment>after somebody was told; days</comment>
        <translation>Served on %1; the appeal ends on %2.</translation>
    </message>
    <message>
        <source>Respondió a %1</source>
        <comment>title of a sheet; %1 is a number</comment>
        <translation>%1 was answered</translation>
    </message>
    <message>
        <source>Anotar</source>
        <comment>button: records an answer</comment>
        <translation>Record</translation>
    </message>
    <message>
        <source>Día en que respondió</source>
        <comment>label of a field</comment>
        <translation>Day of the answer</translation>
    </message>
    <message>
        <source>Anotada la respuesta.</source>
        <comment>after somebody answered</comment>
        <translation>The answer is recorded.</translation>
    </message>
    <message>
        <source>Archivar %1</source>
        <comment>title of a sheet; %1 is a number</comment>
        <translation>Archive %1</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label of a field</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Archivada.</source>
        <comment>after a file went to the archive</comment>
        <translation>Archived.</translation>
    </message>
</context>
<context>
    <name>gui::OrderPage</name>
    <message>
        <source>Historia de la orden</source>
        <comment>accessible name of an order&apos;s past</comment>
        <translation>Past of the order</translation>
    </message>
    <message>
        <source>Cuándo (UTC)</source>
        <comment>column: moment</comment>
        <translation>When (UTC)</translation>
    </message>
    <message>
        <source>Qué</source>
        <comment>column: what happened</comment>
        <translation>What</translation>
    </message>
    <message>
        <source>Resultado</source>
        <comment>column: how it ended</comment>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Causa</source>
        <comment>column: why</comment>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Quién</source>
        <comment>column: person</comment>
        <translation>Who</translation>
    </message>
    <message>
        <source>Dónde</source>
        <comment>column: workstation or place</comment>
        <translation>Where</translation>
    </message>
    <message>
        <source>Pieza</source>
        <comment>column: serial of the blank</comment>
        <translation>Piece</translation>
    </message>
    <message>
        <source>Retener</source>
        <comment>button: holds an order</comment>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Soltar</source>
        <comment>button: ends the hold of an order</comment>
        <translation>End the hold</translation>
    </message>
    <message>
        <source>Prioridad y fecha</source>
        <comment>button: gives an order another turn</comment>
        <translation>Priority and day</translation>
    </message>
    <message>
        <source>Devolver a captura</source>
        <comment>button: sends an order back</comment>
        <translation>Send back to capture</translation>
    </message>
    <message>
        <source>Cancelar la orden</source>
        <comment>button: cancels an order</comment>
        <translation>Cancel the order</translation>
    </message>
    <message>
        <source>Mostrador</source>
        <comment>button: keeps an order for a workstation</comment>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Dar por buena</source>
        <comment>button: two people find a refused page good</comment>
        <translation>Find good</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the list of orders</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Orden %1</source>
        <comment>title of the page; %1 is an order</comment>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>Buscando la historia…</source>
        <comment>shown while an order&apos;s past is fetched</comment>
        <translation>Fetching its past…</translation>
    </message>
    <message>
        <source>Falta una parte de la historia.</source>
        <comment>a part of an order&apos;s past could not be fetched</comment>
        <translation>A part of its past is missing.</translation>
    </message>
</context>
<context>
    <name>gui::OrdersPage</name>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>gui::OutcomeSheet</name>
    <message>
        <source>Volver</source>
        <comment>button: closes the sheet</comment>
        <translation>Back</translation>
    </message>
    <message numerus="yes">
        <source>Carpeta donde se guarda(n) %n archivo(s)</source>
        <comment>label of the folder field</comment>
        <translation>
            <numerusform>Folder where the file is saved</numerusform>
            <numerusform>Folder where the %n files are saved</numerusform>
        </translation>
    </message>
    <message>
        <source>Guardar</source>
        <comment>button: saves files</comment>
        <translation>Save</translation>
    </message>
    <message>
        <source>No se pudo escribir %1.</source>
        <comment>%1 is a file</comment>
        <translation>%1 could not be written.</translation>
    </message>
    <message>
        <source>Nada se perdió: puede guardarlo en otra carpeta.</source>
        <comment>after a failed saving</comment>
        <translation>Nothing is lost: you may save it in another folder.</translation>
    </message>
    <message>
        <source>Guardado en %1.</source>
        <comment>%1 is a folder</comment>
        <translation>Saved in %1.</translation>
    </message>
</context>
<context>
    <name>gui::PageSheet</name>
    <message>
        <source>Hoja</source>
        <comment>name of the picture of a page, for screen readers</comment>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>gui::PageView</name>
    <message>
        <source>‹</source>
        <comment>button: the page before</comment>
        <translation>‹</translation>
    </message>
    <message>
        <source>›</source>
        <comment>button: the next page</comment>
        <translation>›</translation>
    </message>
    <message>
        <source>Vista de la hoja</source>
        <comment>name of the area with a page, for screen readers</comment>
        <translation>View of the page</translation>
    </message>
    <message>
        <source>−</source>
        <comment>button: farther from the page</comment>
        <translation>−</translation>
    </message>
    <message>
        <source>Alejar</source>
        <comment>name of a button, for screen readers</comment>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>+</source>
        <comment>button: nearer to the page</comment>
        <translation>+</translation>
    </message>
    <message>
        <source>Acercar</source>
        <comment>name of a button, for screen readers</comment>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>↔</source>
        <comment>button: page as wide as there is room</comment>
        <translation>↔</translation>
    </message>
    <message>
        <source>Ajustar al ancho</source>
        <comment>name of a button, for screen readers</comment>
        <translation>Fit to width</translation>
    </message>
    <message>
        <source>Buscar (Ctrl+F)</source>
        <comment>in the empty field for words to search a document for</comment>
        <translation>Search (Ctrl+F)</translation>
    </message>
    <message>
        <source>Buscar en el documento</source>
        <comment>name of a field, for screen readers</comment>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Hoja anterior</source>
        <comment>name of a button, for screen readers</comment>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Hoja siguiente</source>
        <comment>name of a button, for screen readers</comment>
        <translation>Next page</translation>
    </message>
    <message>
        <source>no está</source>
        <comment>the words that were searched for are not in the document</comment>
        <translation>not there</translation>
    </message>
    <message>
        <source>%1 de %2</source>
        <comment>which of the places that were found</comment>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>page of a document; %1 its number, %2 how many there are</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Hoja %1 de %2</source>
        <comment>page of a document, for screen readers</comment>
        <translation>Page %1 of %2</translation>
    </message>
</context>
<context>
    <name>gui::PaperSheet</name>
    <message>
        <source>El papel no está aquí</source>
        <comment>a signed paper is not there</comment>
        <translation>The paper is not here</translation>
    </message>
    <message>
        <source>Arriba dice por qué.</source>
        <comment>where a signed paper is not there</comment>
        <translation>Above it says why.</translation>
    </message>
    <message>
        <source>Guardar PDF</source>
        <comment>button: saves the signed file</comment>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <comment>button: closes a sheet</comment>
        <translation>Close</translation>
    </message>
    <message>
        <source>Trayendo el papel…</source>
        <comment>shown while a signed paper is fetched</comment>
        <translation>Fetching the paper…</translation>
    </message>
    <message>
        <source>Guardado en %1</source>
        <comment>%1 is the path of a file</comment>
        <translation>Saved in %1</translation>
    </message>
</context>
<context>
    <name>gui::PeoplePage</name>
    <message>
        <source>Personas y funciones</source>
        <comment>title of the page</comment>
        <translation>People and roles</translation>
    </message>
    <message>
        <source>Usuario</source>
        <comment>column: user name</comment>
        <translation>User</translation>
    </message>
    <message>
        <source>Nombre</source>
        <comment>column: full name</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Funciones</source>
        <comment>column: roles</comment>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Sola puede</source>
        <comment>column: what the person could do alone</comment>
        <translation>Could do alone</translation>
    </message>
    <message>
        <source>Habilitación hasta</source>
        <comment>column: end of the clearance</comment>
        <translation>Cleared until</translation>
    </message>
    <message>
        <source>Activa</source>
        <comment>column: whether the person is active</comment>
        <translation>Active</translation>
    </message>
    <message>
        <source>Por usuario</source>
        <comment>order of a list</comment>
        <translation>By user</translation>
    </message>
    <message>
        <source>Por nombre</source>
        <comment>order of a list</comment>
        <translation>By name</translation>
    </message>
    <message>
        <source>Por habilitación</source>
        <comment>order of a list</comment>
        <translation>By clearance</translation>
    </message>
    <message>
        <source>Escriba un usuario, un nombre o una función</source>
        <comment>hint in the filter</comment>
        <translation>Type a user, a name or a role</translation>
    </message>
    <message>
        <source>No hay personas</source>
        <comment>an empty list</comment>
        <translation>There are no people</translation>
    </message>
    <message>
        <source>Inscriba a la primera con F2.</source>
        <comment>advice at an empty list</comment>
        <translation>Enrol the first with F2.</translation>
    </message>
    <message>
        <source>Nueva persona</source>
        <comment>button</comment>
        <translation>New person</translation>
    </message>
    <message>
        <source>Funciones</source>
        <comment>button: roles of a person</comment>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Habilitación</source>
        <comment>button: end of the clearance</comment>
        <translation>Clearance</translation>
    </message>
    <message>
        <source>Dar de baja</source>
        <comment>button: deactivates a person</comment>
        <translation>Deactivate</translation>
    </message>
    <message>
        <source>Quitar generador</source>
        <comment>button: removes a generator of codes</comment>
        <translation>Remove generator</translation>
    </message>
    <message>
        <source>Mi contraseña</source>
        <comment>button: changes one&apos;s own password</comment>
        <translation>My password</translation>
    </message>
    <message>
        <source>Su contraseña cambió.</source>
        <comment>after a change of password</comment>
        <translation>Your password is changed.</translation>
    </message>
    <message>
        <source>Mi generador</source>
        <comment>button: enrols one&apos;s own generator of codes</comment>
        <translation>My generator</translation>
    </message>
    <message>
        <source>Su generador quedó registrado: desde ahora se le pide el código al entrar.</source>
        <comment>after a generator was enrolled</comment>
        <translation>Your generator is enrolled: from now on you are asked for the code at log-in.</translation>
    </message>
    <message>
        <source>sí</source>
        <comment>the person is active</comment>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <comment>the person is not active</comment>
        <translation>no</translation>
    </message>
    <message>
        <source>Elija antes a la persona en la lista.</source>
        <comment>nobody was chosen</comment>
        <translation>Choose the person in the list first.</translation>
    </message>
    <message>
        <source>Nueva persona</source>
        <comment>title</comment>
        <translation>New person</translation>
    </message>
    <message>
        <source>Entrará con este usuario y esta contraseña; dígale que la cambie. Más funciones se le dan después.</source>
        <comment>what the form does</comment>
        <translation>They log in with this user and this password; tell them to change it. Further roles are given afterwards.</translation>
    </message>
    <message>
        <source>Inscribir</source>
        <comment>button: enrols a person</comment>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Usuario (letras minúsculas)</source>
        <comment>field</comment>
        <translation>User (small letters)</translation>
    </message>
    <message>
        <source>Nombre completo</source>
        <comment>field</comment>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Contraseña (al menos doce letras)</source>
        <comment>field</comment>
        <translation>Password (twelve letters at least)</translation>
    </message>
    <message>
        <source>Función</source>
        <comment>field</comment>
        <translation>Role</translation>
    </message>
    <message>
        <source>Habilitación hasta (2027-12-31)</source>
        <comment>field: a day</comment>
        <translation>Cleared until (2027-12-31)</translation>
    </message>
    <message>
        <source>La persona quedó inscrita.</source>
        <comment>after an enrolment</comment>
        <translation>The person is enrolled.</translation>
    </message>
    <message>
        <source>Habilitación de %1</source>
        <comment>title; %1 is a name</comment>
        <translation>Clearance of %1</translation>
    </message>
    <message>
        <source>Después de ese día la persona ya no puede entrar.</source>
        <comment>what the form does</comment>
        <translation>After that day the person can log in no more.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <comment>button: keeps what was typed</comment>
        <translation>Save</translation>
    </message>
    <message>
        <source>Último día (2027-12-31)</source>
        <comment>field: a day</comment>
        <translation>Last day (2027-12-31)</translation>
    </message>
    <message>
        <source>La habilitación cambió.</source>
        <comment>after a change of clearance</comment>
        <translation>The clearance is changed.</translation>
    </message>
    <message>
        <source>Dar de baja a %1</source>
        <comment>title; %1 is a name</comment>
        <translation>Deactivate %1</translation>
    </message>
    <message>
        <source>Su sesión termina ahora y ya no podrá entrar. Lo que hizo queda en los libros.</source>
        <comment>what the form does</comment>
        <translation>Their session ends now, and they can log in no more. What they did stays in the books.</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>field: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>La persona quedó de baja.</source>
        <comment>after a deactivation</comment>
        <translation>The person is deactivated.</translation>
    </message>
    <message>
        <source>Quitar el generador de %1</source>
        <comment>title; %1 is a name</comment>
        <translation>Remove the generator of %1</translation>
    </message>
    <message>
        <source>Para quien perdió el teléfono: su generador ya no sirve, sus sesiones terminan, y debe registrar otro.</source>
        <comment>what the form does</comment>
        <translation>For whoever lost their telephone: their generator counts no more, their sessions end, and they enrol another.</translation>
    </message>
    <message>
        <source>Quitar</source>
        <comment>button: removes a generator of codes</comment>
        <translation>Remove</translation>
    </message>
    <message>
        <source>El generador ya no sirve.</source>
        <comment>after a generator was removed</comment>
        <translation>The generator counts no more.</translation>
    </message>
</context>
<context>
    <name>gui::PlacePage</name>
    <message>
        <source>Lo que está aquí</source>
        <comment>title of the list of what stands in a place</comment>
        <translation>What is here</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Estado</source>
        <comment>column: state</comment>
        <translation>State</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>column: range of serials</comment>
        <translation>Serials</translation>
    </message>
    <message>
        <source>En total</source>
        <comment>column: quantity of item and state</comment>
        <translation>In all</translation>
    </message>
    <message>
        <source>Por clase</source>
        <comment>sort: by item</comment>
        <translation>By kind</translation>
    </message>
    <message>
        <source>Clase, estado, serie…</source>
        <comment>what may be typed to narrow what stands in a place</comment>
        <translation>Kind, state, serial…</translation>
    </message>
    <message>
        <source>El lugar está vacío</source>
        <comment>a place with nothing in it</comment>
        <translation>The place is empty</translation>
    </message>
    <message>
        <source>Tarjeta de responsabilidad</source>
        <comment>button: issues the custody card</comment>
        <translation>Custody card</translation>
    </message>
    <message>
        <source>Entregar el lugar</source>
        <comment>button: hands a place over to another custodian</comment>
        <translation>Hand the place over</translation>
    </message>
    <message>
        <source>Quiénes respondieron</source>
        <comment>button: earlier custodians</comment>
        <translation>Earlier custodians</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>name of a fact: place</comment>
        <translation>Place</translation>
    </message>
    <message>
        <source>Responde</source>
        <comment>name of a fact: custodian</comment>
        <translation>Custodian</translation>
    </message>
    <message>
        <source>Desde</source>
        <comment>name of a fact: since when somebody answers</comment>
        <translation>Since</translation>
    </message>
    <message>
        <source>Piezas</source>
        <comment>name of a fact: quantity</comment>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>Entrega del lugar a otro custodio</source>
        <comment>title of the form and of the consent</comment>
        <translation>Handover of the place to another custodian</translation>
    </message>
    <message>
        <source>Los dos cuentan juntos y leen todo lo que está en el lugar.</source>
        <comment>what the form is for</comment>
        <translation>Both count together and scan all that is in the place.</translation>
    </message>
    <message>
        <source>Entregar con los dos custodios</source>
        <comment>button of the form</comment>
        <translation>Hand over with both custodians</translation>
    </message>
    <message>
        <source>Usuario de quien recibe</source>
        <comment>label</comment>
        <translation>User name of who takes over</translation>
    </message>
    <message>
        <source>Lo contado</source>
        <comment>label of the list of serials</comment>
        <translation>What was counted</translation>
    </message>
    <message>
        <source>Entregar aunque haya diferencias, con un caso</source>
        <comment>label of a box</comment>
        <translation>Hand over in spite of differences, with a case</translation>
    </message>
    <message>
        <source>Responde ahora %1. Faltaron %2 piezas y sobraron %3.</source>
        <comment>after a handover; %1 is a person, %2 and %3 are quantities</comment>
        <translation>%1 answers now. %2 blanks lacked and %3 were too many.</translation>
    </message>
    <message>
        <source>%1: de %2 a %3, %4 piezas</source>
        <comment>a handover; %1 moment, %2 outgoing and %3 incoming custodian, %4 quantity</comment>
        <translation>%1: from %2 to %3, %4 blanks</translation>
    </message>
    <message>
        <source>El lugar no ha cambiado de custodio.</source>
        <comment>no handover yet</comment>
        <translation>The place has not changed its custodian.</translation>
    </message>
</context>
<context>
    <name>gui::PlanPage</name>
    <message>
        <source>Órdenes que esperan, por clase</source>
        <comment>accessible name of a table of the plan</comment>
        <translation>Waiting orders by kind</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>column: kind of document</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Prioridad</source>
        <comment>column: priority</comment>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Órdenes</source>
        <comment>column: how many orders</comment>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Tarde</source>
        <comment>column: how many will be late</comment>
        <translation>Late</translation>
    </message>
    <message>
        <source>Pasos medidos</source>
        <comment>accessible name of a table of the plan</comment>
        <translation>Measured steps</translation>
    </message>
    <message>
        <source>Paso</source>
        <comment>column: step of the line</comment>
        <translation>Step</translation>
    </message>
    <message>
        <source>Puestos</source>
        <comment>column: how many stations do it</comment>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Segundos</source>
        <comment>column: median of the work</comment>
        <translation>Seconds</translation>
    </message>
    <message>
        <source>Bien de mil</source>
        <comment>column: good of a thousand</comment>
        <translation>Good of 1000</translation>
    </message>
    <message>
        <source>Órdenes que llegarán tarde</source>
        <comment>accessible name of a table of the plan</comment>
        <translation>Orders that will be late</translation>
    </message>
    <message>
        <source>Orden</source>
        <comment>column: number of the order</comment>
        <translation>Order</translation>
    </message>
    <message>
        <source>Vence</source>
        <comment>column: day on which the order is due</comment>
        <translation>Due</translation>
    </message>
    <message>
        <source>Lista (UTC)</source>
        <comment>column: when it will be ready</comment>
        <translation>Ready (UTC)</translation>
    </message>
    <message>
        <source>Órdenes que esperan</source>
        <comment>title of a chart of the plan</comment>
        <translation>Waiting orders</translation>
    </message>
    <message>
        <source>Plan de la línea</source>
        <comment>title of the page</comment>
        <translation>Plan of the line</translation>
    </message>
    <message>
        <source>Horas de trabajo al día</source>
        <comment>label of the hours that the line works</comment>
        <translation>Hours of work a day</translation>
    </message>
    <message>
        <source>Calcular</source>
        <comment>button: foretells again</comment>
        <translation>Compute</translation>
    </message>
    <message>
        <source>Calculando el plan…</source>
        <comment>shown while the plan is made</comment>
        <translation>Computing the plan…</translation>
    </message>
    <message>
        <source>Todavía no hubo producción: nada puede calcularse.</source>
        <comment>there is nothing to plan by</comment>
        <translation>There was no production yet: nothing can be foretold.</translation>
    </message>
    <message>
        <source>Calculado con lo que se midió del %1 al %2.</source>
        <comment>%1 and %2 are days</comment>
        <translation>Computed from what was measured from %1 to %2.</translation>
    </message>
    <message>
        <source>Nadie hace ahora: %1.</source>
        <comment>%1 are steps that no station does</comment>
        <translation>Nobody does now: %1.</translation>
    </message>
    <message>
        <source>Sin medir: %1.</source>
        <comment>%1 are steps of which nothing is known</comment>
        <translation>Not measured: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n orden(es) retenida(s) o en duda no se planean.</source>
        <comment>orders that are not planned</comment>
        <translation>
            <numerusform>%n order that is held or in doubt is not planned.</numerusform>
            <numerusform>%n orders that are held or in doubt are not planned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(n) que un inspector libere.</source>
        <comment>orders that wait for release</comment>
        <translation>
            <numerusform>%n waits for its release by an inspector.</numerusform>
            <numerusform>%n wait for their release by an inspector.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a bar of the plan; %1 is a kind of document, %2 a priority</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no se sabe</source>
        <comment>nobody can tell when an order is ready</comment>
        <translation>not known</translation>
    </message>
    <message>
        <source>Primera (UTC)</source>
        <comment>column: when the first is ready</comment>
        <translation>First (UTC)</translation>
    </message>
    <message>
        <source>Última (UTC)</source>
        <comment>column: when the last is ready</comment>
        <translation>Last (UTC)</translation>
    </message>
</context>
<context>
    <name>gui::ProductionDesk</name>
    <message>
        <source>El turno tiene piezas. Puede empezar a trabajar.</source>
        <comment>after a shift was opened</comment>
        <translation>The shift has blanks. You can begin to work.</translation>
    </message>
    <message>
        <source>La duda quedó resuelta.</source>
        <comment>after a doubt was resolved</comment>
        <translation>The doubt is resolved.</translation>
    </message>
    <message>
        <source>La línea está trabajando a su nombre. Deténgala primero y espere a que termine el paso.</source>
        <comment>why the person may not leave the workstation</comment>
        <translation>The line works in your name. Stop it first and wait until the step ends.</translation>
    </message>
</context>
<context>
    <name>gui::ReasonSheet</name>
    <message>
        <source>Causa</source>
        <comment>label of the list of causes</comment>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label of the field for a reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Qué se ve (si hace falta)</source>
        <comment>label of the field for more words</comment>
        <translation>What is seen (where needed)</translation>
    </message>
    <message>
        <source>Intro</source>
        <comment>name of the key Enter</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <comment>button: nothing is done</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Escriba el motivo.</source>
        <comment>a reason lacks</comment>
        <translation>Type the reason.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a reason; %1 is the cause chosen, %2 own words</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gui::ReceivingPage</name>
    <message>
        <source>Leer una entrega</source>
        <comment>title of the page</comment>
        <translation>Scan a delivery</translation>
    </message>
    <message>
        <source>Serie o rango</source>
        <comment>name of the field for what is received</comment>
        <translation>Serial or range</translation>
    </message>
    <message>
        <source>O escriba A0000001-A0000500 e Intro</source>
        <comment>hint in the field for what is received</comment>
        <translation>Or type A0000001-A0000500 and Enter</translation>
    </message>
    <message>
        <source>Leído</source>
        <comment>list of what was scanned</comment>
        <translation>Scanned</translation>
    </message>
    <message>
        <source>Diferencias</source>
        <comment>list of differences</comment>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Lo último leído</source>
        <comment>heading of a list</comment>
        <translation>Scanned last</translation>
    </message>
    <message>
        <source>Lo que todavía difiere de lo anunciado</source>
        <comment>heading of a list</comment>
        <translation>What still differs from what was announced</translation>
    </message>
    <message>
        <source>Empezar con dos custodios</source>
        <comment>button: both custodians agree</comment>
        <translation>Begin with two custodians</translation>
    </message>
    <message>
        <source>Leer por cajas</source>
        <comment>button: boxes are read instead of blanks</comment>
        <translation>Scan boxes</translation>
    </message>
    <message>
        <source>Lote contado</source>
        <comment>button: enters what is counted by lot</comment>
        <translation>Counted lot</translation>
    </message>
    <message>
        <source>Devolver al proveedor</source>
        <comment>button: rejects a delivery</comment>
        <translation>Send back to the supplier</translation>
    </message>
    <message>
        <source>Entrega</source>
        <comment>name of a fact: delivery</comment>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Proveedor</source>
        <comment>name of a fact: supplier</comment>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>name of a fact: outcome</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Orden de compra</source>
        <comment>name of a fact: purchase</comment>
        <translation>Purchase order</translation>
    </message>
    <message>
        <source>Guardar en la bóveda</source>
        <comment>button: puts a delivery away</comment>
        <translation>Put away in the vault</translation>
    </message>
    <message>
        <source>Leer por piezas</source>
        <comment>button: blanks are read instead of boxes</comment>
        <translation>Scan blanks</translation>
    </message>
    <message>
        <source>Esta entrega ya terminó.</source>
        <comment>a delivery that was put away or rejected</comment>
        <translation>This delivery has ended.</translation>
    </message>
    <message>
        <source>Los dos custodios se ponen de acuerdo una vez y leen juntos.</source>
        <comment>before the delivery is read</comment>
        <translation>Both custodians agree once and scan together.</translation>
    </message>
    <message>
        <source>Lea cada pieza, o escriba un rango.</source>
        <comment>while blanks are read</comment>
        <translation>Scan each blank, or type a range.</translation>
    </message>
    <message>
        <source>Lea la etiqueta de la caja cerrada.</source>
        <comment>while boxes are read</comment>
        <translation>Scan the label of the closed box.</translation>
    </message>
    <message>
        <source>Ahora lea el precinto de la caja %1.</source>
        <comment>while boxes are read; %1 label</comment>
        <translation>Now scan the seal of the box %1.</translation>
    </message>
    <message>
        <source>Recepción entre dos</source>
        <comment>title of the consent</comment>
        <translation>Receipt by two</translation>
    </message>
    <message>
        <source>Lo que se lea en la entrega %1 lo leen los dos.</source>
        <comment>%1 is a delivery</comment>
        <translation>What is scanned of the delivery %1 both scan.</translation>
    </message>
    <message>
        <source>Caja %1</source>
        <comment>in a list of what was read; %1 is a label</comment>
        <translation>Box %1</translation>
    </message>
    <message>
        <source>%1 (ya estaba leído)</source>
        <comment>%1 was scanned before</comment>
        <translation>%1 (scanned before)</translation>
    </message>
    <message>
        <source>No se anotó %1.</source>
        <comment>%1 is what was scanned</comment>
        <translation>%1 was not recorded.</translation>
    </message>
    <message>
        <source>Lote contado</source>
        <comment>title of a form</comment>
        <translation>Counted lot</translation>
    </message>
    <message>
        <source>Anotar</source>
        <comment>button of the form</comment>
        <translation>Note</translation>
    </message>
    <message>
        <source>Lote</source>
        <comment>label</comment>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <comment>label</comment>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>No hay nada que leer.</source>
        <comment>a delivery that has ended</comment>
        <translation>There is nothing to scan.</translation>
    </message>
    <message>
        <source>Leídas %1 de %2.</source>
        <comment>%1 scanned and %2 announced quantity</comment>
        <translation>Scanned %1 of %2.</translation>
    </message>
    <message>
        <source>%1 Lo leído es lo anunciado: puede guardarse.</source>
        <comment>%1 says how many</comment>
        <translation>%1 What was scanned is what was announced: it can be put away.</translation>
    </message>
    <message numerus="yes">
        <source>%1 Todavía hay %n diferencia(s).</source>
        <comment>%1 says how many</comment>
        <translation>
            <numerusform>%1 There is still %n difference.</numerusform>
            <numerusform>%1 There are still %n differences.</numerusform>
        </translation>
    </message>
    <message>
        <source>Guardar la entrega en la bóveda</source>
        <comment>title of a form</comment>
        <translation>Put the delivery away in the vault</translation>
    </message>
    <message>
        <source>Si faltan números en la serie, escriba por qué.</source>
        <comment>what the form is for</comment>
        <translation>If numbers lack in the series, write why.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <comment>button of the form</comment>
        <translation>Save</translation>
    </message>
    <message>
        <source>Bóveda</source>
        <comment>label: place</comment>
        <translation>Vault</translation>
    </message>
    <message>
        <source>Motivo de los saltos</source>
        <comment>label: reason of gaps</comment>
        <translation>Reason of the gaps</translation>
    </message>
    <message>
        <source>%1 piezas entraron a la bóveda, con su acta de recepción.</source>
        <comment>after a delivery was put away; %1 quantity</comment>
        <translation>%1 blanks came into the vault, with their receipt act.</translation>
    </message>
    <message>
        <source>Devolver la entrega al proveedor</source>
        <comment>title of a form and of its consent</comment>
        <translation>Send the delivery back to the supplier</translation>
    </message>
    <message>
        <source>Devolver con dos custodios</source>
        <comment>button of the form</comment>
        <translation>Send back with two custodians</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>La entrega se devolvió al proveedor.</source>
        <comment>after a delivery was rejected</comment>
        <translation>The delivery was sent back to the supplier.</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>label: item</comment>
        <translation>Kind</translation>
    </message>
</context>
<context>
    <name>gui::ReconciliationPage</name>
    <message>
        <source>Elegir el periodo</source>
        <comment>button: of the reconciliation</comment>
        <translation>Choose the period</translation>
    </message>
    <message>
        <source>Periodo de la conciliación</source>
        <comment>title of a form</comment>
        <translation>Period of the reconciliation</translation>
    </message>
    <message>
        <source>Conciliar</source>
        <comment>button of the form</comment>
        <translation>Reconcile</translation>
    </message>
    <message>
        <source>Primer día (año-mes-día)</source>
        <comment>label: a date</comment>
        <translation>First day (year-month-day)</translation>
    </message>
    <message>
        <source>Último día (año-mes-día)</source>
        <comment>label: a date</comment>
        <translation>Last day (year-month-day)</translation>
    </message>
    <message>
        <source>Lugar</source>
        <comment>label: place</comment>
        <translation>Place</translation>
    </message>
    <message numerus="yes">
        <source>Cuadra: %n movimiento(s), ninguna pieza sin explicar.</source>
        <comment>the reconciliation balances</comment>
        <translation>
            <numerusform>It balances: %n movement, no blank unexplained.</numerusform>
            <numerusform>It balances: %n movements, no blank unexplained.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n diferencia(s) sin explicar:</source>
        <comment>the reconciliation does not balance</comment>
        <translation>
            <numerusform>%n unexplained difference:</numerusform>
            <numerusform>%n unexplained differences:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: está en %2 (%3), los movimientos dicen %4 (%5)</source>
        <comment>an unexplained range; %1 serials, %2 and %4 places, %3 and %5 states</comment>
        <translation>%1: is in %2 (%3), the movements say %4 (%5)</translation>
    </message>
    <message>
        <source>Entró de %1 por %2: %3 (%4)</source>
        <comment>a flow; %1 place, %2 event, %3 quantity, %4 serials</comment>
        <translation>In from %1 by %2: %3 (%4)</translation>
    </message>
    <message>
        <source>Salió a %1 por %2: %3 (%4)</source>
        <comment>a flow; %1 place, %2 event, %3 quantity, %4 serials</comment>
        <translation>Out to %1 by %2: %3 (%4)</translation>
    </message>
    <message>
        <source>No entró ni salió nada en el periodo.</source>
        <comment>a line without flows</comment>
        <translation>Nothing came in or went out in the period.</translation>
    </message>
    <message>
        <source>Sin fechas, desde el principio hasta ahora.</source>
        <comment>what the form is for</comment>
        <translation>Without dates, from the beginning until now.</translation>
    </message>
    <message>
        <source>Todos</source>
        <comment>all places</comment>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>gui::ReportsPage</name>
    <message>
        <source>Pasos del día</source>
        <comment>accessible name of a table of a report</comment>
        <translation>Steps of the day</translation>
    </message>
    <message>
        <source>Paso</source>
        <comment>column: step of the line</comment>
        <translation>Step</translation>
    </message>
    <message>
        <source>Puesto</source>
        <comment>column: workstation</comment>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Hechos</source>
        <comment>column: how many passes</comment>
        <translation>Done</translation>
    </message>
    <message>
        <source>Rechazos</source>
        <comment>column: how many were refused</comment>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Dudas</source>
        <comment>column: how many were in doubt</comment>
        <translation>Doubts</translation>
    </message>
    <message>
        <source>Trabajo (s)</source>
        <comment>column: median of the work in seconds</comment>
        <translation>Work (s)</translation>
    </message>
    <message>
        <source>Espera (s)</source>
        <comment>column: median of the waiting in seconds</comment>
        <translation>Waiting (s)</translation>
    </message>
    <message>
        <source>Rechazos del día</source>
        <comment>accessible name of a table of a report</comment>
        <translation>Refusals of the day</translation>
    </message>
    <message>
        <source>Veces</source>
        <comment>column: how often</comment>
        <translation>Times</translation>
    </message>
    <message>
        <source>Causa</source>
        <comment>column: why</comment>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Producción contra órdenes</source>
        <comment>accessible name of a table of a report</comment>
        <translation>Production against orders</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>column: kind of document</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Órdenes</source>
        <comment>column: how many orders</comment>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Abiertas</source>
        <comment>column: orders that are open</comment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Liberadas</source>
        <comment>column: documents that were released</comment>
        <translation>Released</translation>
    </message>
    <message>
        <source>Canceladas</source>
        <comment>column: orders that were cancelled</comment>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Devueltas</source>
        <comment>column: orders that were sent back</comment>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>Liberadas por hora</source>
        <comment>title of a chart of a report</comment>
        <translation>Released by the hour</translation>
    </message>
    <message>
        <source>Informes</source>
        <comment>title of the page</comment>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Día</source>
        <comment>label of the day of a report</comment>
        <translation>Day</translation>
    </message>
    <message>
        <source>Puesto</source>
        <comment>label of the workstation of a report</comment>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>todos</source>
        <comment>in the field of a workstation: all</comment>
        <translation>all</translation>
    </message>
    <message>
        <source>Mostrar</source>
        <comment>button: shows the report</comment>
        <translation>Show</translation>
    </message>
    <message>
        <source>Guardar PDF y CSV</source>
        <comment>button: writes the files of a report</comment>
        <translation>Save PDF and CSV</translation>
    </message>
    <message>
        <source>Haciendo el informe…</source>
        <comment>shown while a report is made</comment>
        <translation>Making the report…</translation>
    </message>
    <message>
        <source>Liberadas %1, de la primera pieza %2; canceladas %3, devueltas %4, retenidas %5.</source>
        <comment>what the line did on a day; numbers of orders</comment>
        <translation>Released %1, of the first piece %2; cancelled %3, sent back %4, held %5.</translation>
    </message>
    <message>
        <source>%1: documento %2, orden %3, piezas %4</source>
        <comment>a finding of production against orders; %2, %3 and %4 may be empty</comment>
        <translation>%1: document %2, order %3, pieces %4</translation>
    </message>
    <message numerus="yes">
        <source>%n hallazgo(s) en producción contra órdenes</source>
        <comment>findings of a report</comment>
        <translation>
            <numerusform>%n finding in production against orders</numerusform>
            <numerusform>%n findings in production against orders</numerusform>
        </translation>
    </message>
    <message>
        <source>Guardar el informe</source>
        <comment>title of the sheet that writes a report&apos;s files</comment>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Se guardan el PDF y el CSV que hace la oficina.</source>
        <comment>what is written of a report</comment>
        <translation>The PDF and CSV that the office makes are saved.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <comment>button: writes the files of a report</comment>
        <translation>Keep</translation>
    </message>
    <message>
        <source>El informe quedó guardado.</source>
        <comment>after a report was written</comment>
        <translation>The report is saved.</translation>
    </message>
    <message>
        <source>Carpeta</source>
        <comment>label of the folder that the file goes to</comment>
        <translation>Folder</translation>
    </message>
</context>
<context>
    <name>gui::RequestPage</name>
    <message>
        <source>Es de una persona protegida: se guarda reservada</source>
        <comment>a choice</comment>
        <translation>Of a protected person: kept confidential</translation>
    </message>
    <message>
        <source>Nueva solicitud</source>
        <comment>title of the page</comment>
        <translation>New request</translation>
    </message>
    <message>
        <source>Documento que se solicita</source>
        <comment>name of a field, for screen readers</comment>
        <translation>Document that is asked for</translation>
    </message>
    <message>
        <source>Quién solicita</source>
        <comment>title of a card</comment>
        <translation>Who asks</translation>
    </message>
    <message>
        <source>De quién se certifica</source>
        <comment>title of a card</comment>
        <translation>Whom it is about</translation>
    </message>
    <message>
        <source>Requisitos y pago</source>
        <comment>title of a card</comment>
        <translation>Requirements and payment</translation>
    </message>
    <message>
        <source>Recibir la solicitud</source>
        <comment>button: takes a request</comment>
        <translation>Take the request</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to what awaits the person</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nombre</source>
        <comment>label of a field</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Identificación</source>
        <comment>label of a field</comment>
        <translation>Identification</translation>
    </message>
    <message>
        <source>DPI o pasaporte, y número</source>
        <comment>in an empty field</comment>
        <translation>DPI or passport, and number</translation>
    </message>
    <message>
        <source>En calidad de</source>
        <comment>label of a field</comment>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Género</source>
        <comment>label of a field</comment>
        <translation>Gender</translation>
    </message>
    <message>
        <source>femenino</source>
        <comment>a gender</comment>
        <translation>female</translation>
    </message>
    <message>
        <source>masculino</source>
        <comment>a gender</comment>
        <translation>male</translation>
    </message>
    <message>
        <source>Con qué acredita su calidad</source>
        <comment>label of a field</comment>
        <translation>Proof of their capacity</translation>
    </message>
    <message>
        <source>Si no es titular</source>
        <comment>in an empty field</comment>
        <translation>If not the holder</translation>
    </message>
    <message>
        <source>Dónde se le notifica</source>
        <comment>label of a field</comment>
        <translation>Where they are notified</translation>
    </message>
    <message>
        <source>Correo, si acepta que se le notifique así</source>
        <comment>label of a field</comment>
        <translation>E-mail, only by consent</translation>
    </message>
    <message>
        <source>Apellidos</source>
        <comment>label of a field</comment>
        <translation>Surnames</translation>
    </message>
    <message>
        <source>Nombres</source>
        <comment>label of a field</comment>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Nacimiento</source>
        <comment>label of a field</comment>
        <translation>Born</translation>
    </message>
    <message>
        <source>AAAA-MM-DD</source>
        <comment>how a day is written</comment>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>no indicado</source>
        <comment>a gender</comment>
        <translation>not stated</translation>
    </message>
    <message>
        <source>Nacionalidad</source>
        <comment>label of a field</comment>
        <translation>Nationality</translation>
    </message>
    <message>
        <source>guatemalteca</source>
        <comment>an example in an empty field</comment>
        <translation>guatemalteca</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>label of a field</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>pasaporte</source>
        <comment>an example in an empty field</comment>
        <translation>pasaporte</translation>
    </message>
    <message>
        <source>Número</source>
        <comment>label of a field</comment>
        <translation>Number</translation>
    </message>
    <message>
        <source>Marque lo que trajo (espacio)</source>
        <comment>label of a list of requirements</comment>
        <translation>Tick what was brought (space)</translation>
    </message>
    <message>
        <source>Adjuntar copia</source>
        <comment>button: adds the scan of a requirement</comment>
        <translation>Add a copy</translation>
    </message>
    <message>
        <source>Recibo de pago</source>
        <comment>label of a field</comment>
        <translation>Receipt of payment</translation>
    </message>
    <message>
        <source>Lo pagado</source>
        <comment>label of a field</comment>
        <translation>Paid</translation>
    </message>
    <message numerus="yes">
        <source>lista en %n día(s) hábil(es)</source>
        <comment>when a certificate is ready</comment>
        <translation>
            <numerusform>ready in %n working day</numerusform>
            <numerusform>ready in %n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>Sin costo; %1.</source>
        <comment>of a type of certificate; %1 says when it is ready</comment>
        <translation>Free of charge; %1.</translation>
    </message>
    <message>
        <source>Cuesta %1; %2.</source>
        <comment>of a type of certificate; %1 its fee, %2 says when it is ready</comment>
        <translation>Costs %1; %2.</translation>
    </message>
    <message>
        <source>%1 · copia: %2</source>
        <comment>a requirement with its scan; %2 is the file&apos;s name</comment>
        <translation>%1 · copy: %2</translation>
    </message>
    <message>
        <source>%1 · falta la copia</source>
        <comment>a requirement of which a scan is wanted</comment>
        <translation>%1 · its copy lacks</translation>
    </message>
    <message>
        <source>Copia de lo que se trajo</source>
        <comment>title of the dialog that asks for a scan</comment>
        <translation>Copy of what was brought</translation>
    </message>
    <message>
        <source>Copias (*.pdf *.jpg *.jpeg *.png)</source>
        <comment>kinds of files in a dialog; keep the parentheses</comment>
        <translation>Copies (*.pdf *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Este documento no pide requisitos con copia.</source>
        <comment>a scan that nothing wants</comment>
        <translation>This document wants no requirements with copies.</translation>
    </message>
    <message>
        <source>Recibiendo la solicitud…</source>
        <comment>shown while a request is being taken</comment>
        <translation>Taking the request…</translation>
    </message>
    <message>
        <source>La solicitud no se recibió; corrija y pulse F5.</source>
        <comment>what a refused request means</comment>
        <translation>The request was not taken; correct it and press F5.</translation>
    </message>
</context>
<context>
    <name>gui::RolesSheet</name>
    <message>
        <source>Funciones de %1</source>
        <comment>title; %1 is a person&apos;s full name</comment>
        <translation>Roles of %1</translation>
    </message>
    <message>
        <source>Funciones</source>
        <comment>name of the list of roles</comment>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Dar o quitar esta función</source>
        <comment>button: grants or revokes the role</comment>
        <translation>Give or take this role</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: closes the sheet</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <comment>a role that the person has</comment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>– %1</source>
        <comment>a role that the person has not</comment>
        <translation>– %1</translation>
    </message>
    <message>
        <source>Esta persona no interviene en la producción de documentos.</source>
        <comment>what a person may do alone</comment>
        <translation>This person takes no part in the making of documents.</translation>
    </message>
    <message>
        <source>Esta persona, sola, puede: %1. Lo demás lo hace otra.</source>
        <comment>what a person may do alone</comment>
        <translation>This person alone may: %1. The rest is another&apos;s.</translation>
    </message>
    <message>
        <source>Guardando…</source>
        <comment>shown while an act is being done</comment>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Guardado. Rige desde ahora.</source>
        <comment>after roles were changed</comment>
        <translation>Saved. In force from now on.</translation>
    </message>
    <message>
        <source>Las funciones de la persona no cambiaron.</source>
        <comment>what a refused change of roles means</comment>
        <translation>The person&apos;s roles did not change.</translation>
    </message>
</context>
<context>
    <name>gui::ScanList</name>
    <message>
        <source>Piezas leídas</source>
        <comment>list of scanned serials</comment>
        <translation>Scanned blanks</translation>
    </message>
    <message>
        <source>Quitar la última</source>
        <comment>button: drops the last scan</comment>
        <translation>Drop the last</translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) leída(s)</source>
        <comment>how many blanks were scanned</comment>
        <translation>
            <numerusform>%n blank scanned</numerusform>
            <numerusform>%n blanks scanned</numerusform>
        </translation>
    </message>
    <message>
        <source>Lea, o escriba A0000001-A0000050</source>
        <comment>hint in a field for serials</comment>
        <translation>Scan, or type A0000001-A0000050</translation>
    </message>
</context>
<context>
    <name>gui::SearchPage</name>
    <message>
        <source>Buscar</source>
        <comment>button: searches registers</comment>
        <translation>Search</translation>
    </message>
    <message>
        <source>Abrir diligencia</source>
        <comment>button: a search that is kept</comment>
        <translation>Open a diligence</translation>
    </message>
    <message>
        <source>Es la misma persona</source>
        <comment>verdict on a candidate</comment>
        <translation>Same person</translation>
    </message>
    <message>
        <source>Es homónimo</source>
        <comment>verdict on a candidate</comment>
        <translation>Namesake</translation>
    </message>
    <message>
        <source>Concluir</source>
        <comment>button: ends a search</comment>
        <translation>Conclude</translation>
    </message>
    <message>
        <source>Buscar en los registros</source>
        <comment>title of the page</comment>
        <translation>Search the registers</translation>
    </message>
    <message>
        <source>A quién se busca y a quiénes se halló, lado a lado</source>
        <comment>name of a table</comment>
        <translation>Who is sought and who was found, side by side</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to where the person was</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Apellidos</source>
        <comment>label of a field</comment>
        <translation>Surnames</translation>
    </message>
    <message>
        <source>Nombres</source>
        <comment>label of a field</comment>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Nacimiento</source>
        <comment>label of a field</comment>
        <translation>Born</translation>
    </message>
    <message>
        <source>AAAA-MM-DD</source>
        <comment>how a day is written</comment>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>label of a field</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>En qué se funda la decisión sobre el candidato elegido</source>
        <comment>label of a field</comment>
        <translation>Reason of the decision on the chosen candidate</translation>
    </message>
    <message>
        <source>Buscando…</source>
        <comment>shown while registers are searched</comment>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Registro</source>
        <comment>row: name of a register</comment>
        <translation>Register</translation>
    </message>
    <message>
        <source>Apellidos</source>
        <comment>row: surnames</comment>
        <translation>Surnames</translation>
    </message>
    <message>
        <source>Nombres</source>
        <comment>row: given names</comment>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Nacimiento</source>
        <comment>row: day of birth</comment>
        <translation>Born</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>row: number of a document</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>Nacionalidad</source>
        <comment>row: nationality</comment>
        <translation>Nationality</translation>
    </message>
    <message>
        <source>Parecido</source>
        <comment>row: likeness from 0 to 100</comment>
        <translation>Likeness</translation>
    </message>
    <message>
        <source>En qué</source>
        <comment>row: in what somebody is alike</comment>
        <translation>In what</translation>
    </message>
    <message>
        <source>Decisión</source>
        <comment>row: verdict on a candidate</comment>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>row: reason of a verdict</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Se busca a</source>
        <comment>column: who is sought</comment>
        <translation>Sought</translation>
    </message>
    <message>
        <source>Candidato %1</source>
        <comment>column: who was found</comment>
        <translation>Candidate %1</translation>
    </message>
    <message>
        <source>≠ %1</source>
        <comment>a value that differs from the one sought</comment>
        <translation>≠ %1</translation>
    </message>
    <message>
        <source>Escriba lo que sepa y pulse F5.</source>
        <comment>before a search</comment>
        <translation>Type what you know and press F5.</translation>
    </message>
    <message>
        <source>No hay nadie que se le parezca en esos registros.</source>
        <comment>a search found nobody</comment>
        <translation>Nobody in these registers is alike.</translation>
    </message>
    <message>
        <source>Hay más parecidos de los que caben: agregue nacimiento o documento.</source>
        <comment>a search found too many</comment>
        <translation>More are alike than have room: add birth or document.</translation>
    </message>
    <message numerus="yes">
        <source>Falta(n) %n candidato(s) por decidir. Elija la columna, escriba el motivo y decida.</source>
        <comment>a search whose candidates wait</comment>
        <translation>
            <numerusform>%n candidate is to be decided. Choose the column, type the reason and decide.</numerusform>
            <numerusform>%n candidates are to be decided. Choose the column, type the reason and decide.</numerusform>
        </translation>
    </message>
    <message>
        <source>Todos decididos: concluya con F8.</source>
        <comment>a search that may be ended</comment>
        <translation>All are decided: conclude with F8.</translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) se le parece(n).</source>
        <comment>what a search found</comment>
        <translation>
            <numerusform>%n person is alike.</numerusform>
            <numerusform>%n persons are alike.</numerusform>
        </translation>
    </message>
    <message>
        <source>Se halló a alguien reservado por ley, que no se muestra.</source>
        <comment>a search found somebody who is withheld</comment>
        <translation>Somebody was found whom the law keeps confidential, and is not shown.</translation>
    </message>
</context>
<context>
    <name>gui::SecretSheet</name>
    <message>
        <source>PIN del dispositivo de llaves %1</source>
        <comment>title; %1 is the label of a token</comment>
        <translation>PIN of the key token %1</translation>
    </message>
    <message>
        <source>Frase de paso del almacén de llaves</source>
        <comment>title: what opens the keys of the house</comment>
        <translation>Passphrase of the key store</translation>
    </message>
    <message>
        <source>Secreto</source>
        <comment>name of the field, for screen readers</comment>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Abrir</source>
        <comment>button: opens the keys</comment>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>gui::SecurityDesk</name>
    <message>
        <source>Atención</source>
        <comment>choice: section of the security desk</comment>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Personas</source>
        <comment>choice: section of the security desk</comment>
        <translation>People</translation>
    </message>
    <message>
        <source>Puestos</source>
        <comment>choice: section of the security desk</comment>
        <translation>Workstations</translation>
    </message>
    <message>
        <source>Llaves</source>
        <comment>choice: section of the security desk</comment>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Diario</source>
        <comment>choice: section of the security desk</comment>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>gui::ShiftClosing</name>
    <message>
        <source>Motivo, si el turno se cierra con faltante</source>
        <comment>label of the reason</comment>
        <translation>Reason, if the shift closes short</translation>
    </message>
    <message>
        <source>Cerrar con dos custodios</source>
        <comment>button: closes the shift</comment>
        <translation>Close with two custodians</translation>
    </message>
    <message>
        <source>Cerrar con faltante</source>
        <comment>button: closes a shift that lacks blanks</comment>
        <translation>Close short</translation>
    </message>
    <message>
        <source>Cerrar el turno</source>
        <comment>title of the page</comment>
        <translation>Close the shift</translation>
    </message>
    <message>
        <source>Lea cada pieza que sobró, o escriba un rango como A0000015-A0000020. Cuando lo leído es lo que debe volver, dos custodios cierran el turno.</source>
        <comment>what the page is for</comment>
        <translation>Scan each blank that is left, or write a range such as A0000015-A0000020. When what was scanned is what has to come back, two custodians close the shift.</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Pieza o rango que vuelve</source>
        <comment>label of the field for serials</comment>
        <translation>Blank or range that comes back</translation>
    </message>
    <message>
        <source>Piezas leídas</source>
        <comment>list of scanned serials</comment>
        <translation>Scanned blanks</translation>
    </message>
    <message>
        <source>Quitar la última</source>
        <comment>button: drops the last scan</comment>
        <translation>Drop the last one</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>Debe volver</source>
        <comment>column: blanks to bring back</comment>
        <translation>To come back</translation>
    </message>
    <message>
        <source>En trabajo</source>
        <comment>column: blanks of orders at work</comment>
        <translation>At work</translation>
    </message>
    <message>
        <source>Terminadas</source>
        <comment>column: personalised blanks</comment>
        <translation>Finished</translation>
    </message>
    <message>
        <source>%1 ya está en la lista.</source>
        <comment>%1 is a serial</comment>
        <translation>%1 is in the list already.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) en trabajo: termínelas o resuelva sus dudas antes de cerrar.</source>
        <comment>why the shift cannot close</comment>
        <translation>
            <numerusform>%n blank at work: finish it or resolve its doubt before closing.</numerusform>
            <numerusform>%n blanks at work: finish them or resolve their doubts before closing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Falta(n) %n pieza(s) por leer.</source>
        <comment>the count of the shift</comment>
        <translation>
            <numerusform>%n blank is still to be scanned.</numerusform>
            <numerusform>%n blanks are still to be scanned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sobra(n) %n pieza(s): revise la lista.</source>
        <comment>the count of the shift</comment>
        <translation>
            <numerusform>%n blank too many: look at the list.</numerusform>
            <numerusform>%n blanks too many: look at the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cuadra: lo leído es lo que debe volver.</source>
        <comment>the count of the shift</comment>
        <translation>It balances: what was scanned is what has to come back.</translation>
    </message>
    <message>
        <source>Cierre del turno</source>
        <comment>title of the consent</comment>
        <translation>Closing of the shift</translation>
    </message>
    <message numerus="yes">
        <source>Vuelven a la bóveda %n pieza(s).</source>
        <comment>what is consented to</comment>
        <translation>
            <numerusform>%n blank goes back to the vault.</numerusform>
            <numerusform>%n blanks go back to the vault.</numerusform>
        </translation>
    </message>
    <message>
        <source>Primer custodio: cuente lo que vuelve y escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation>First custodian: count what comes back and log in</translation>
    </message>
    <message>
        <source>Segundo custodio: cuente lo que vuelve y escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation>Second custodian: count what comes back and log in</translation>
    </message>
    <message>
        <source>Escriba el motivo del faltante: qué se buscó y qué no aparece.</source>
        <comment>a reason lacks</comment>
        <translation>Write why it is short: what was sought and is not found.</translation>
    </message>
    <message>
        <source>Cierre del turno con faltante</source>
        <comment>title of the consent</comment>
        <translation>Closing of a shift that is short</translation>
    </message>
    <message numerus="yes">
        <source>Vuelven %n pieza(s); las que nadie trajo quedan como faltantes y se abre un caso.</source>
        <comment>what is consented to</comment>
        <translation>
            <numerusform>%n blank goes back; those that nobody brought are missing from now on, and a case is opened.</numerusform>
            <numerusform>%n blanks go back; those that nobody brought are missing from now on, and a case is opened.</numerusform>
        </translation>
    </message>
    <message>
        <source>Custodio: cuente lo que vuelve y escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation>Custodian: count what comes back and log in</translation>
    </message>
    <message>
        <source>Supervisor: cuente lo que vuelve y escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation>Supervisor: count what comes back and log in</translation>
    </message>
    <message>
        <source>Turno cerrado: entregadas %1, terminadas %2, dañadas %3, devueltas %4, sin explicación %5.</source>
        <comment>reconciliation of a shift in numbers of blanks</comment>
        <translation>Shift closed: issued %1, finished %2, spoiled %3, returned %4, unexplained %5.</translation>
    </message>
    <message>
        <source>Acta de conciliación: %1</source>
        <comment>%1 is the number of a signed paper</comment>
        <translation>Reconciliation act: %1</translation>
    </message>
    <message>
        <source>Caso por lo que falta: %1</source>
        <comment>%1 is the number of a case</comment>
        <translation>Case for what lacks: %1</translation>
    </message>
</context>
<context>
    <name>gui::ShiftOpening</name>
    <message>
        <source>La bóveda no tiene piezas utilizables</source>
        <comment>no blanks in the vault</comment>
        <translation>The vault has no usable blanks</translation>
    </message>
    <message>
        <source>Los custodios reciben un pedido del proveedor, y después se abre el turno.</source>
        <comment>advice where the vault is empty</comment>
        <translation>The custodians receive a delivery, and then the shift is opened.</translation>
    </message>
    <message>
        <source>Abrir el turno</source>
        <comment>title of the page</comment>
        <translation>Open the shift</translation>
    </message>
    <message>
        <source>Dos custodios cuentan las piezas y las entregan a este puesto. Escriba cuántas se entregan de cada clase; 0 es ninguna.</source>
        <comment>what the page is for</comment>
        <translation>Two custodians count the blanks and hand them out to this workstation. Write how many of each kind; 0 is none.</translation>
    </message>
    <message>
        <source>Entregar con dos custodios</source>
        <comment>button: has two custodians consent</comment>
        <translation>Hand out with two custodians</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the work</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Clase de pieza</source>
        <comment>column: item</comment>
        <translation>Kind of blank</translation>
    </message>
    <message>
        <source>En bóveda</source>
        <comment>column: blanks in the vault</comment>
        <translation>In the vault</translation>
    </message>
    <message>
        <source>Ya en el puesto</source>
        <comment>column: blanks at the workstation</comment>
        <translation>Here already</translation>
    </message>
    <message>
        <source>Se entregan</source>
        <comment>column: blanks that are handed out</comment>
        <translation>Handed out</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a line of what is handed out; %1 item, %2 quantity</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No hay nada que entregar: todas las cantidades son 0.</source>
        <comment>nothing was chosen to be handed out</comment>
        <translation>There is nothing to hand out: all quantities are 0.</translation>
    </message>
    <message>
        <source>Entrega de piezas al puesto</source>
        <comment>title of the consent</comment>
        <translation>Handing out blanks to the workstation</translation>
    </message>
    <message>
        <source>Primer custodio: cuente las piezas y escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation>First custodian: count the blanks and log in</translation>
    </message>
    <message>
        <source>Segundo custodio: cuente las piezas y escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation>Second custodian: count the blanks and log in</translation>
    </message>
</context>
<context>
    <name>gui::SidePanel</name>
    <message>
        <source>Piezas del turno</source>
        <comment>title: blanks that the shift has left</comment>
        <translation>Blanks of the shift</translation>
    </message>
    <message>
        <source>Órdenes por etapa</source>
        <comment>title: orders by stage</comment>
        <translation>Orders by stage</translation>
    </message>
    <message>
        <source>Atención</source>
        <comment>title: what needs attention</comment>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Dudas</source>
        <comment>button: opens the orders in doubt</comment>
        <translation>Doubts</translation>
    </message>
    <message>
        <source>Cerrar turno</source>
        <comment>button: opens the closing of the shift</comment>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>Órdenes</source>
        <comment>button: opens the list of orders</comment>
        <translation>Orders</translation>
    </message>
    <message>
        <source>No hay turno abierto.</source>
        <comment>no blanks at the workstation</comment>
        <translation>No shift is open.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1 stage of orders, %2 their standing</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No hay órdenes en la línea.</source>
        <comment>no orders</comment>
        <translation>No orders on the line.</translation>
    </message>
    <message numerus="yes">
        <source>%n orden(es) en duda</source>
        <comment>alert</comment>
        <translation>
            <numerusform>%n order in doubt</numerusform>
            <numerusform>%n orders in doubt</numerusform>
        </translation>
    </message>
    <message>
        <source>Queda poco de %1: %2. Pida más.</source>
        <comment>%1 is a material, %2 how many are left</comment>
        <translation>Little is left of %1: %2. Ask for more.</translation>
    </message>
    <message>
        <source>Nada pendiente</source>
        <comment>no alerts</comment>
        <translation>Nothing pending</translation>
    </message>
    <message>
        <source>Pieza dañada</source>
        <comment>button: notes a blank that was spoiled</comment>
        <translation>Spoiled blank</translation>
    </message>
</context>
<context>
    <name>gui::SitesPage</name>
    <message>
        <source>Sedes y puestos</source>
        <comment>title of the page</comment>
        <translation>Sites and workstations</translation>
    </message>
    <message>
        <source>Puesto</source>
        <comment>column: id of a workstation</comment>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Nombre</source>
        <comment>column: name of a workstation</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sede</source>
        <comment>column: name of a site</comment>
        <translation>Site</translation>
    </message>
    <message>
        <source>Activo</source>
        <comment>column: whether the workstation is active</comment>
        <translation>Active</translation>
    </message>
    <message>
        <source>Turno</source>
        <comment>column: whether a shift is open</comment>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Certificado</source>
        <comment>column: state of the certificate</comment>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Vence</source>
        <comment>column: when the certificate ends</comment>
        <translation>Ends</translation>
    </message>
    <message>
        <source>Por puesto</source>
        <comment>order of a list</comment>
        <translation>By workstation</translation>
    </message>
    <message>
        <source>Por sede</source>
        <comment>order of a list</comment>
        <translation>By site</translation>
    </message>
    <message>
        <source>Por vencimiento</source>
        <comment>order of a list</comment>
        <translation>By end</translation>
    </message>
    <message>
        <source>Escriba un puesto o una sede</source>
        <comment>hint in the filter</comment>
        <translation>Type a workstation or a site</translation>
    </message>
    <message>
        <source>No hay puestos</source>
        <comment>an empty list</comment>
        <translation>There are no workstations</translation>
    </message>
    <message>
        <source>Agregue uno con F2.</source>
        <comment>advice at an empty list</comment>
        <translation>Add one with F2.</translation>
    </message>
    <message>
        <source>Nuevo puesto</source>
        <comment>button</comment>
        <translation>New workstation</translation>
    </message>
    <message>
        <source>Nueva sede</source>
        <comment>button</comment>
        <translation>New site</translation>
    </message>
    <message>
        <source>Cerrar puesto</source>
        <comment>button</comment>
        <translation>Close workstation</translation>
    </message>
    <message>
        <source>Cerrar sede</source>
        <comment>button</comment>
        <translation>Close site</translation>
    </message>
    <message>
        <source>Certificar puesto</source>
        <comment>button: certifies a workstation&apos;s key</comment>
        <translation>Certify workstation</translation>
    </message>
    <message>
        <source>Dejar fuera</source>
        <comment>button: revokes a workstation&apos;s certificates</comment>
        <translation>Shut out</translation>
    </message>
    <message>
        <source>sí</source>
        <comment>the workstation is active</comment>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <comment>the workstation is not active</comment>
        <translation>no</translation>
    </message>
    <message>
        <source>abierto</source>
        <comment>a shift is open</comment>
        <translation>open</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no shift is open</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>no tiene</source>
        <comment>a workstation without a certificate</comment>
        <translation>has none</translation>
    </message>
    <message>
        <source>Elija antes el puesto en la lista.</source>
        <comment>no workstation was chosen</comment>
        <translation>Choose the workstation in the list first.</translation>
    </message>
    <message>
        <source>Nueva sede</source>
        <comment>title</comment>
        <translation>New site</translation>
    </message>
    <message>
        <source>La clave es corta y no cambia más.</source>
        <comment>what the form does</comment>
        <translation>The id is short and never changes.</translation>
    </message>
    <message>
        <source>Agregar</source>
        <comment>button: adds a site or workstation</comment>
        <translation>Add</translation>
    </message>
    <message>
        <source>Clave (letras, cifras, guiones)</source>
        <comment>field</comment>
        <translation>Id (letters, digits, hyphens)</translation>
    </message>
    <message>
        <source>Nombre</source>
        <comment>field</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>La sede quedó agregada.</source>
        <comment>after a site was added</comment>
        <translation>The site is added.</translation>
    </message>
    <message>
        <source>Cerrar una sede</source>
        <comment>title</comment>
        <translation>Close a site</translation>
    </message>
    <message>
        <source>Para siempre. Antes se cierran sus puestos.</source>
        <comment>what the form does</comment>
        <translation>For good. Its workstations are closed before.</translation>
    </message>
    <message>
        <source>Sede</source>
        <comment>field</comment>
        <translation>Site</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>field: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>La sede quedó cerrada.</source>
        <comment>after a site was closed</comment>
        <translation>The site is closed.</translation>
    </message>
    <message>
        <source>Nuevo puesto</source>
        <comment>title</comment>
        <translation>New workstation</translation>
    </message>
    <message>
        <source>Después, en la máquina del puesto: «troquel workstation request», y aquí F7 para certificarlo.</source>
        <comment>what the form does</comment>
        <translation>Then, at the workstation&apos;s machine: “troquel workstation request”, and F7 here to certify it.</translation>
    </message>
    <message>
        <source>El puesto quedó agregado.</source>
        <comment>after a workstation was added</comment>
        <translation>The workstation is added.</translation>
    </message>
    <message>
        <source>Cerrar el puesto %1</source>
        <comment>title; %1 is a workstation</comment>
        <translation>Close workstation %1</translation>
    </message>
    <message>
        <source>Para siempre: las sesiones que haya allí terminan ahora.</source>
        <comment>what the form does</comment>
        <translation>For good: the sessions there end now.</translation>
    </message>
    <message>
        <source>El puesto quedó cerrado.</source>
        <comment>after a workstation was closed</comment>
        <translation>The workstation is closed.</translation>
    </message>
    <message>
        <source>Certificar un puesto</source>
        <comment>title</comment>
        <translation>Certify a workstation</translation>
    </message>
    <message>
        <source>En el puesto se hizo la solicitud con «troquel workstation request». Traiga el archivo y escriba las primeras 20 cifras de la huella que se lee allá. Dos personas responden por ella.</source>
        <comment>what the form does</comment>
        <translation>At the workstation the request was made by “troquel workstation request”. Bring the file and type the first 20 digits of the fingerprint that is read there. Two people answer for it.</translation>
    </message>
    <message>
        <source>Seguir con las dos personas</source>
        <comment>button: goes on to the consent of two</comment>
        <translation>Go on with both people</translation>
    </message>
    <message>
        <source>Archivo de la solicitud</source>
        <comment>field: path of a file</comment>
        <translation>File of the request</translation>
    </message>
    <message>
        <source>Huella leída en el puesto</source>
        <comment>field</comment>
        <translation>Fingerprint read at the workstation</translation>
    </message>
    <message>
        <source>Días que vale (365 si se deja vacío)</source>
        <comment>field</comment>
        <translation>Days that it holds (365 where empty)</translation>
    </message>
    <message>
        <source>Huella %1: es la que se leyó en el puesto.</source>
        <comment>what is consented to; %1 is a fingerprint</comment>
        <translation>Fingerprint %1: it is the one that was read at the workstation.</translation>
    </message>
    <message>
        <source>Primera persona: escriba sus datos</source>
        <comment>the one who consents</comment>
        <translation>First person: type your credentials</translation>
    </message>
    <message>
        <source>Segunda persona: escriba sus datos</source>
        <comment>the second who consents</comment>
        <translation>Second person: type your credentials</translation>
    </message>
    <message>
        <source>El puesto quedó certificado.</source>
        <comment>after a workstation was certified</comment>
        <translation>The workstation is certified.</translation>
    </message>
    <message>
        <source>Certificado del puesto %1</source>
        <comment>title; %1 is a workstation</comment>
        <translation>Certificate of workstation %1</translation>
    </message>
    <message>
        <source>Vale hasta %1. Lleve el archivo al puesto e instálelo allí con «troquel workstation install».</source>
        <comment>%1 is a day</comment>
        <translation>It holds until %1. Bring the file to the workstation and install it there by “troquel workstation install”.</translation>
    </message>
    <message>
        <source>Dejar fuera al puesto %1</source>
        <comment>title; %1 is a workstation</comment>
        <translation>Shut out workstation %1</translation>
    </message>
    <message>
        <source>Desde ahora el servicio no lo deja entrar: sus certificados y sesiones terminan. Se usa cuando la máquina se perdió o cambió de manos.</source>
        <comment>what the form does</comment>
        <translation>From now on the service does not let it in: its certificates and sessions end. For a machine that is lost or changed hands.</translation>
    </message>
    <message>
        <source>El puesto quedó fuera.</source>
        <comment>after a workstation was shut out</comment>
        <translation>The workstation is shut out.</translation>
    </message>
</context>
<context>
    <name>gui::StockPage</name>
    <message>
        <source>Volver</source>
        <comment>button: back to the page before</comment>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>gui::SupervisionDesk</name>
    <message>
        <source>Línea</source>
        <comment>tab: the line as it is now</comment>
        <translation>Line</translation>
    </message>
    <message>
        <source>Órdenes</source>
        <comment>tab: the list of orders</comment>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Dudas</source>
        <comment>tab: orders in doubt</comment>
        <translation>Doubts</translation>
    </message>
    <message>
        <source>Casos</source>
        <comment>tab: cases</comment>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Plan</source>
        <comment>tab: what will be ready when</comment>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Informes</source>
        <comment>tab: reports</comment>
        <translation>Reports</translation>
    </message>
</context>
<context>
    <name>gui::TemplateList</name>
    <message>
        <source>Plantillas</source>
        <comment>title of the page</comment>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Plantilla</source>
        <comment>column: name of a template</comment>
        <translation>Template</translation>
    </message>
    <message>
        <source>Versión</source>
        <comment>column: version of a template</comment>
        <translation>Version</translation>
    </message>
    <message>
        <source>Vigente desde</source>
        <comment>column: first day of a template&apos;s use</comment>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Aprobaron</source>
        <comment>column: who approved a template</comment>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Situación</source>
        <comment>column: whether a template is approved</comment>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Abrir</source>
        <comment>button: opens the chosen template</comment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Abrir un archivo</source>
        <comment>button: opens a template&apos;s file</comment>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>%1 y %2</source>
        <comment>two people who approved</comment>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>aprobada</source>
        <comment>of a template</comment>
        <translation>approved</translation>
    </message>
    <message>
        <source>sin aprobar: solo para capacitación</source>
        <comment>of a template that nobody approved</comment>
        <translation>not approved: for training only</translation>
    </message>
    <message numerus="yes">
        <source>%n versión(es) aprobada(s).</source>
        <comment>how many versions of templates there are</comment>
        <translation>
            <numerusform>%n approved version.</numerusform>
            <numerusform>%n approved versions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plantilla(s) sin aprobar, que se usan solo en capacitación.</source>
        <comment>how many templates nobody approved</comment>
        <translation>
            <numerusform>%n template is not approved and used in training only.</numerusform>
            <numerusform>%n templates are not approved and used in training only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TemplatePage</name>
    <message>
        <source>La vista aparece aquí</source>
        <comment>there is no preview of a template yet</comment>
        <translation>The preview appears here</translation>
    </message>
    <message>
        <source>Se compone con los ejemplos de la plantilla cuando no le falta nada.</source>
        <comment>advice where there is no preview of a template</comment>
        <translation>It is set with the template&apos;s samples once nothing lacks.</translation>
    </message>
    <message>
        <source>Texto de la plantilla</source>
        <comment>name of a field, for screen readers</comment>
        <translation>Text of the template</translation>
    </message>
    <message>
        <source>Lo que le falta a la plantilla</source>
        <comment>name of a list, for screen readers</comment>
        <translation>What the template lacks</translation>
    </message>
    <message>
        <source>Aprobar entre dos</source>
        <comment>button: puts a template into use</comment>
        <translation>Approve by two</translation>
    </message>
    <message>
        <source>Comparar con la vigente</source>
        <comment>button: compares with the version in force</comment>
        <translation>Compare with that in force</translation>
    </message>
    <message>
        <source>Con un archivo</source>
        <comment>button: compares with a file</comment>
        <translation>With a file</translation>
    </message>
    <message>
        <source>Ver las hojas</source>
        <comment>button: shows the pages again after a comparison</comment>
        <translation>See the pages</translation>
    </message>
    <message>
        <source>Guardar</source>
        <comment>button: saves a template&apos;s file</comment>
        <translation>Save</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to the list</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>%1 · versión %2, sin aprobar</source>
        <comment>a template; %1 its name</comment>
        <translation>%1 · version %2, not approved</translation>
    </message>
    <message>
        <source>%1 · versión %2, vigente desde el %3</source>
        <comment>a template; %1 its name, %3 a day</comment>
        <translation>%1 · version %2, in force from %3</translation>
    </message>
    <message>
        <source>Archivo %1</source>
        <comment>a template; %1 is the name of its file</comment>
        <translation>File %1</translation>
    </message>
    <message>
        <source>Revisando…</source>
        <comment>while a template is being judged</comment>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>La vista es la de antes de los errores.</source>
        <comment>over an old preview</comment>
        <translation>The preview is that before the faults.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(es). Intro en la lista lleva a su línea.</source>
        <comment>how many faults a template has</comment>
        <translation>
            <numerusform>%n fault. Enter in the list leads to its line.</numerusform>
            <numerusform>%n faults. Enter in the list leads to their lines.</numerusform>
        </translation>
    </message>
    <message>
        <source>Está bien: «%1», versión %2, desde el %3.</source>
        <comment>a template without faults; %1 title, %2 version, %3 first day</comment>
        <translation>It is good: “%1”, version %2, from %3.</translation>
    </message>
    <message>
        <source>Con sus ejemplos.</source>
        <comment>over a template&apos;s preview</comment>
        <translation>With its samples.</translation>
    </message>
    <message>
        <source>Plantilla con que se compara</source>
        <comment>title of the dialog that asks for a template</comment>
        <translation>Template to compare with</translation>
    </message>
    <message>
        <source>Plantillas (*.xml)</source>
        <comment>kinds of files in a dialog; keep the parentheses</comment>
        <translation>Templates (*.xml)</translation>
    </message>
    <message>
        <source>Comparando…</source>
        <comment>shown while two templates are compared</comment>
        <translation>Comparing…</translation>
    </message>
    <message numerus="yes">
        <source>Comparación: %n cambio(s) en el texto; las hojas, una sobre otra.</source>
        <comment>over a comparison</comment>
        <translation>
            <numerusform>Comparison: %n change of the text; the pages over each other.</numerusform>
            <numerusform>Comparison: %n changes of the text; the pages over each other.</numerusform>
        </translation>
    </message>
    <message>
        <source>Guardado en %1</source>
        <comment>%1 is the path of a file</comment>
        <translation>Saved in %1</translation>
    </message>
    <message>
        <source>Corrija primero lo que le falta.</source>
        <comment>a template with faults</comment>
        <translation>First correct what lacks.</translation>
    </message>
    <message>
        <source>Aprobar la plantilla</source>
        <comment>title of the consent</comment>
        <translation>Approve the template</translation>
    </message>
    <message>
        <source>«%1», versión %2, se usará desde el %3. Lo aprobado no se cambia.</source>
        <comment>what is consented to; %1 title, %2 version, %3 first day</comment>
        <translation>“%1”, version %2, will be used from %3. What is approved never changes.</translation>
    </message>
    <message>
        <source>Primera persona: escriba sus datos</source>
        <comment>the first of two who consent</comment>
        <translation>First person: type your credentials</translation>
    </message>
    <message>
        <source>Segunda persona que puede aprobar: escriba sus datos</source>
        <comment>the second of two who consent</comment>
        <translation>Second person who may approve: type your credentials</translation>
    </message>
    <message>
        <source>Hay cambios sin guardar.</source>
        <comment>a template was changed</comment>
        <translation>There are changes that are not saved.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: Ctrl+S los guarda; Esc otra vez los deja.</source>
        <comment>advice before changes are lost</comment>
        <translation>What to do now: Ctrl+S saves them; Esc once more drops them.</translation>
    </message>
</context>
<context>
    <name>gui::TemplatesDesk</name>
    <message>
        <source>%1, versión %2, se usará desde el %3.</source>
        <comment>after a template was approved; %1 its name, %3 a day</comment>
        <translation>%1, version %2, will be used from %3.</translation>
    </message>
    <message>
        <source>Archivo de la plantilla</source>
        <comment>title of the dialog that asks for a template</comment>
        <translation>The template&apos;s file</translation>
    </message>
    <message>
        <source>Plantillas (*.xml)</source>
        <comment>kinds of files in a dialog; keep the parentheses</comment>
        <translation>Templates (*.xml)</translation>
    </message>
    <message>
        <source>La plantilla tiene cambios sin guardar: guárdelos con Ctrl+S, o vuelva a la lista con Esc.</source>
        <comment>why the person may not leave the workstation</comment>
        <translation>The template has changes that are not saved: save them with Ctrl+S, or go back to the list with Esc.</translation>
    </message>
</context>
<context>
    <name>gui::TransferPage</name>
    <message>
        <source>Traslado</source>
        <comment>title of the page of a transfer</comment>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Lo que se hizo</source>
        <comment>list of the steps of a transfer</comment>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Devolver</source>
        <comment>button: sends a transfer back</comment>
        <translation>Send back</translation>
    </message>
    <message>
        <source>Guía de traslado</source>
        <comment>button: saves the paper that travels with a transfer</comment>
        <translation>Transfer manifest</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>button: cancels a transfer</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Aprobar</source>
        <comment>button: approves a transfer</comment>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Lo aprueba otra persona que quien lo preparó.</source>
        <comment>what comes next with a transfer</comment>
        <translation>Somebody other than who prepared it approves it.</translation>
    </message>
    <message>
        <source>Precintar</source>
        <comment>button: seals a transfer</comment>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Cierre el bulto y ponga el precinto.</source>
        <comment>what comes next with a transfer</comment>
        <translation>Close the package and put the seal on.</translation>
    </message>
    <message>
        <source>Despachar</source>
        <comment>button: a transfer leaves</comment>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>Entregue el bulto a quien lo transporta.</source>
        <comment>what comes next with a transfer</comment>
        <translation>Hand the package to the carrier.</translation>
    </message>
    <message>
        <source>Recibir</source>
        <comment>button: a transfer arrives</comment>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Viene en camino. Cuando llegue, mire el precinto y lea cada pieza.</source>
        <comment>what comes next with a transfer</comment>
        <translation>It is on its way. When it arrives, look at the seal and scan each blank.</translation>
    </message>
    <message>
        <source>Viene de regreso. Cuando llegue, mire el precinto y lea cada pieza.</source>
        <comment>what comes next with a transfer</comment>
        <translation>It is on its way back. When it arrives, look at the seal and scan each blank.</translation>
    </message>
    <message>
        <source>Traslado</source>
        <comment>name of a fact</comment>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Etapa</source>
        <comment>name of a fact</comment>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Sale de</source>
        <comment>name of a fact</comment>
        <translation>From</translation>
    </message>
    <message>
        <source>Llega a</source>
        <comment>name of a fact</comment>
        <translation>To</translation>
    </message>
    <message>
        <source>Piezas</source>
        <comment>name of a fact</comment>
        <translation>Blanks</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>name of a fact</comment>
        <translation>Serials</translation>
    </message>
    <message>
        <source>Precinto</source>
        <comment>name of a fact</comment>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Transporta</source>
        <comment>name of a fact</comment>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>Se espera</source>
        <comment>name of a fact</comment>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Requisición</source>
        <comment>name of a fact</comment>
        <translation>Requisition</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>name of a fact</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Guía</source>
        <comment>name of a fact: paper of a transfer</comment>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <comment>a step; %1 moment, %2 what, %3 who and details</comment>
        <translation>%1  %2: %3</translation>
    </message>
    <message>
        <source>Este traslado terminó.</source>
        <comment>a transfer that has ended</comment>
        <translation>This transfer has ended.</translation>
    </message>
    <message>
        <source>Traslado aprobado.</source>
        <comment>after a transfer was approved</comment>
        <translation>The transfer is approved.</translation>
    </message>
    <message>
        <source>Precintar el bulto</source>
        <comment>title of a form</comment>
        <translation>Seal the package</translation>
    </message>
    <message>
        <source>Precintar</source>
        <comment>button of the form</comment>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Número del precinto</source>
        <comment>label</comment>
        <translation>Number of the seal</translation>
    </message>
    <message>
        <source>El bulto quedó precintado.</source>
        <comment>after a transfer was sealed</comment>
        <translation>The package is sealed.</translation>
    </message>
    <message>
        <source>Despachar el traslado</source>
        <comment>title of a form and of its consent</comment>
        <translation>Dispatch the transfer</translation>
    </message>
    <message>
        <source>Despachar</source>
        <comment>button of the form</comment>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>Quién transporta, y en qué</source>
        <comment>label</comment>
        <translation>Who carries it, and in what</translation>
    </message>
    <message>
        <source>Horas hasta la llegada</source>
        <comment>label</comment>
        <translation>Hours until arrival</translation>
    </message>
    <message>
        <source>El traslado va en camino. Imprima su guía con F6.</source>
        <comment>after a transfer was dispatched</comment>
        <translation>The transfer is on its way. Print its manifest with F6.</translation>
    </message>
    <message>
        <source>Recibir el traslado</source>
        <comment>title of a form and of its consent</comment>
        <translation>Receive the transfer</translation>
    </message>
    <message>
        <source>Lea cada pieza que venía.</source>
        <comment>what the form is for</comment>
        <translation>Scan each blank that came.</translation>
    </message>
    <message>
        <source>Recibir</source>
        <comment>button of the form</comment>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Precinto que trae</source>
        <comment>label</comment>
        <translation>Seal that it bears</translation>
    </message>
    <message>
        <source>El precinto viene roto</source>
        <comment>label of a box</comment>
        <translation>The seal is broken</translation>
    </message>
    <message>
        <source>Recibir aunque haya diferencias, con un caso</source>
        <comment>label of a box</comment>
        <translation>Receive in spite of differences, with a case</translation>
    </message>
    <message>
        <source>Piezas que llegaron</source>
        <comment>label of the list of serials</comment>
        <translation>Blanks that arrived</translation>
    </message>
    <message>
        <source>El traslado quedó recibido.</source>
        <comment>after a transfer was received</comment>
        <translation>The transfer is received.</translation>
    </message>
    <message>
        <source>Devolver el traslado</source>
        <comment>title of a form and of its consent</comment>
        <translation>Send the transfer back</translation>
    </message>
    <message>
        <source>Lea solo las piezas que se devuelven; lo demás se recibe. Sin leer ninguna, vuelve todo sin abrir.</source>
        <comment>what the form is for</comment>
        <translation>Scan only the blanks that go back; the rest is received. Without any, all goes back unopened.</translation>
    </message>
    <message>
        <source>Devolver</source>
        <comment>button of the form</comment>
        <translation>Send back</translation>
    </message>
    <message>
        <source>Precinto nuevo, si se abrió</source>
        <comment>label</comment>
        <translation>New seal, if it was opened</translation>
    </message>
    <message>
        <source>Piezas que se quedan, una por línea</source>
        <comment>label</comment>
        <translation>Blanks that stay, one a line</translation>
    </message>
    <message>
        <source>Piezas que vuelven</source>
        <comment>label of the list of serials</comment>
        <translation>Blanks that go back</translation>
    </message>
    <message>
        <source>Motivo</source>
        <comment>label: reason</comment>
        <translation>Reason</translation>
    </message>
    <message>
        <source>El traslado va de regreso.</source>
        <comment>after a transfer was sent back</comment>
        <translation>The transfer is on its way back.</translation>
    </message>
    <message>
        <source>Anular el traslado</source>
        <comment>title of a form</comment>
        <translation>Cancel the transfer</translation>
    </message>
    <message>
        <source>Anular</source>
        <comment>button of the form</comment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>El traslado quedó anulado.</source>
        <comment>after a transfer was cancelled</comment>
        <translation>The transfer is cancelled.</translation>
    </message>
</context>
<context>
    <name>gui::VerificationPage</name>
    <message>
        <source>Suelte aquí un PDF o un escaneo</source>
        <comment>nothing is being verified</comment>
        <translation>Drop a PDF or a scan here</translation>
    </message>
    <message>
        <source>O pulse F5 para elegir un archivo.</source>
        <comment>advice where nothing is being verified</comment>
        <translation>Or press F5 to choose a file.</translation>
    </message>
    <message>
        <source>Lo que se comprobó</source>
        <comment>name of a list of checks, for screen readers</comment>
        <translation>What was checked</translation>
    </message>
    <message>
        <source>Elegir un archivo</source>
        <comment>button: chooses a file to verify</comment>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Volver</source>
        <comment>button: back to what awaits the person</comment>
        <translation>Back</translation>
    </message>
    <message>
        <source>Verificar un documento</source>
        <comment>title of the page</comment>
        <translation>Verify a document</translation>
    </message>
    <message>
        <source>Dice si lo escribió esta casa, si nadie lo cambió y si sigue vigente.</source>
        <comment>what the page is for</comment>
        <translation>Says whether this house wrote it, whether nobody changed it, and whether it is in force.</translation>
    </message>
    <message>
        <source>Documento que se verifica</source>
        <comment>title of the dialog that asks for a file to verify</comment>
        <translation>Document to verify</translation>
    </message>
    <message>
        <source>Documentos y escaneos (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
        <comment>kinds of files in a dialog; keep the parentheses</comment>
        <translation>Documents and scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Verificando…</source>
        <comment>shown while a file is being verified</comment>
        <translation>Verifying…</translation>
    </message>
    <message>
        <source>No se sabe nada del documento.</source>
        <comment>what it means that a file could not be verified</comment>
        <translation>Nothing is known of the document.</translation>
    </message>
    <message>
        <source>Documento %1. %2</source>
        <comment>%1 is the number of an act, %2 says what the verdict means</comment>
        <translation>Document %1. %2</translation>
    </message>
    <message>
        <source>Los libros dicen que se anuló.</source>
        <comment>a check</comment>
        <translation>The books say that it was annulled.</translation>
    </message>
    <message>
        <source>Los libros dicen que sigue vigente.</source>
        <comment>a check</comment>
        <translation>The books say that it is in force.</translation>
    </message>
    <message>
        <source>Sello de tiempo de %1</source>
        <comment>a check; %1 is who stamped</comment>
        <translation>Time-stamp of %1</translation>
    </message>
    <message>
        <source>Firma de %1</source>
        <comment>a check; %1 is who signed</comment>
        <translation>Signature of %1</translation>
    </message>
    <message>
        <source>%1: el documento cambió después. %2</source>
        <comment>a signature that does not hold; %1 whose it is, %2 why</comment>
        <translation>%1: the document changed later. %2</translation>
    </message>
    <message>
        <source>%1: íntegra, pero su certificado no es de confianza aquí. %2</source>
        <comment>a signature of somebody unknown; %1 whose it is, %2 why</comment>
        <translation>%1: intact, but its certificate is not trusted here. %2</translation>
    </message>
    <message>
        <source>sin hora probada</source>
        <comment>of a signature without time-stamp</comment>
        <translation>without a proven time</translation>
    </message>
    <message>
        <source>hora probada: %1</source>
        <comment>of a signature; %1 is a moment</comment>
        <translation>proven time: %1</translation>
    </message>
    <message>
        <source>%1: íntegra y de confianza; %2.</source>
        <comment>a signature that holds; %1 whose it is, %2 when</comment>
        <translation>%1: intact and trusted; %2.</translation>
    </message>
    <message>
        <source>%1: íntegra y de confianza; %2. No se sabe si su certificado fue revocado. %3</source>
        <comment>a signature that holds; %1 whose it is, %2 when, %3 why revocation is not known</comment>
        <translation>%1: intact and trusted; %2. Whether its certificate was revoked is not known. %3</translation>
    </message>
    <message>
        <source>Sello digital visible auténtico, de %1.</source>
        <comment>a check; %1 is who sealed</comment>
        <translation>Visible digital seal authentic, of %1.</translation>
    </message>
    <message>
        <source>Sello digital visible sin validez. %1</source>
        <comment>a check; %1 says why</comment>
        <translation>Visible digital seal not valid. %1</translation>
    </message>
    <message>
        <source>El sello dice %1: %2. En la hoja: %3.</source>
        <comment>a check; %1 name of a value, %2 the value, %3 whether it stands on the page</comment>
        <translation>The seal says %1: %2. On the page: %3.</translation>
    </message>
</context>
<context>
    <name>gui::Waiting</name>
    <message numerus="yes">
        <source>%n conteo(s) por hacer</source>
        <comment>waiting: counts</comment>
        <translation>
            <numerusform>%n count to do</numerusform>
            <numerusform>%n counts to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conteo(s) con diferencia</source>
        <comment>waiting: counts with a variance</comment>
        <translation>
            <numerusform>%n count with a variance</numerusform>
            <numerusform>%n counts with a variance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lugar(es) por contar según el calendario</source>
        <comment>waiting: places to be counted</comment>
        <translation>
            <numerusform>%n place to count by the schedule</numerusform>
            <numerusform>%n places to count by the schedule</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n traslado(s) en camino por recibir</source>
        <comment>waiting: transfers to receive</comment>
        <translation>
            <numerusform>%n transfer on its way to receive</numerusform>
            <numerusform>%n transfers on their way to receive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n traslado(s) por aprobar, precintar o despachar</source>
        <comment>waiting: transfers that have not left</comment>
        <translation>
            <numerusform>%n transfer to approve, seal or dispatch</numerusform>
            <numerusform>%n transfers to approve, seal or dispatch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requisición(es) por aprobar</source>
        <comment>waiting: requisitions</comment>
        <translation>
            <numerusform>%n requisition to approve</numerusform>
            <numerusform>%n requisitions to approve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entrega(s) del proveedor por leer y guardar</source>
        <comment>waiting: deliveries of the supplier</comment>
        <translation>
            <numerusform>%n delivery to scan and put away</numerusform>
            <numerusform>%n deliveries to scan and put away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) dañada(s) por recibir en cuarentena</source>
        <comment>waiting: spoiled blanks</comment>
        <translation>
            <numerusform>%n spoiled blank to receive in quarantine</numerusform>
            <numerusform>%n spoiled blanks to receive in quarantine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existencia(s) por debajo del mínimo</source>
        <comment>waiting: low stock</comment>
        <translation>
            <numerusform>%n stock below its minimum</numerusform>
            <numerusform>%n stocks below their minimum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destrucción(es) por ejecutar</source>
        <comment>waiting: destructions to execute</comment>
        <translation>
            <numerusform>%n destruction to execute</numerusform>
            <numerusform>%n destructions to execute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destrucción(es) por autorizar o integrar</source>
        <comment>waiting: destructions to authorise</comment>
        <translation>
            <numerusform>%n destruction to authorise or name a commission for</numerusform>
            <numerusform>%n destructions to authorise or name commissions for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::WaitingPage</name>
    <message>
        <source>Documentos que esperan a un inspector</source>
        <comment>title of the page</comment>
        <translation>Documents that wait for an inspector</translation>
    </message>
    <message>
        <source>Orden</source>
        <comment>column: number of the order</comment>
        <translation>Order</translation>
    </message>
    <message>
        <source>Documento</source>
        <comment>column: number of the document</comment>
        <translation>Document</translation>
    </message>
    <message>
        <source>Clase</source>
        <comment>column: kind of document</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Pieza</source>
        <comment>column: serial of the blank</comment>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Prioridad</source>
        <comment>column: priority</comment>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Vence</source>
        <comment>column: day on which the order is due</comment>
        <translation>Ends</translation>
    </message>
    <message>
        <source>Espera</source>
        <comment>column: what is asked of the inspector</comment>
        <translation>Awaits</translation>
    </message>
    <message>
        <source>Nada espera a un inspector</source>
        <comment>no document waits for an inspector</comment>
        <translation>Nothing waits for an inspector</translation>
    </message>
    <message>
        <source>Cuando la línea termine un documento, aparecerá aquí.</source>
        <comment>advice where no document waits for an inspector</comment>
        <translation>When the line finishes a document, it appears here.</translation>
    </message>
    <message>
        <source>a otra persona: usted lo hizo</source>
        <comment>whom a document waits for</comment>
        <translation>another person: you made it</translation>
    </message>
</context>
<context>
    <name>gui::WorkPage</name>
    <message>
        <source>Imprimir</source>
        <comment>choice: this station prints</comment>
        <translation>Print</translation>
    </message>
    <message>
        <source>Inspeccionar</source>
        <comment>choice: this station inspects</comment>
        <translation>Inspect</translation>
    </message>
    <message>
        <source>Abrir turno</source>
        <comment>button: opens a shift</comment>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>Empezar</source>
        <comment>button: begins to work at the line</comment>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Detener al terminar el paso</source>
        <comment>button: stops the line</comment>
        <translation>Stop after this step</translation>
    </message>
    <message>
        <source>No esperar a la impresora</source>
        <comment>button: gives up a print</comment>
        <translation>Do not wait for the printer</translation>
    </message>
    <message>
        <source>La línea se detuvo. Lo que la máquina hizo con la última pieza queda anotado; si no se sabe, la orden pasa a las dudas.</source>
        <comment>what a broken run means for the blank in hand</comment>
        <translation>The line stopped. What the machine did to the last blank is noted; if that is not known, the order goes to the doubts.</translation>
    </message>
    <message>
        <source>Elija al menos una cosa que hace este puesto.</source>
        <comment>nothing was chosen for the station to do</comment>
        <translation>Choose at least one thing that this station does.</translation>
    </message>
    <message>
        <source>Se leyó %1, pero la línea no está trabajando.</source>
        <comment>%1 is a serial</comment>
        <translation>%1 was scanned, but the line is not at work.</translation>
    </message>
    <message>
        <source>Qué hacer ahora: empiece a trabajar y lea la pieza cuando se le pida.</source>
        <comment>advice after a scan that nobody waited for</comment>
        <translation>What to do now: begin to work and scan the blank when you are asked to.</translation>
    </message>
    <message>
        <source>Ahora le toca a usted</source>
        <comment>above what is asked of the person</comment>
        <translation>It is your turn now</translation>
    </message>
    <message>
        <source>Puesto en descanso</source>
        <comment>above the sentence of a rest</comment>
        <translation>Workstation at rest</translation>
    </message>
    <message>
        <source>Espere a que el supervisor lo reanude</source>
        <comment>a workstation rests</comment>
        <translation>Wait until the supervisor resumes it</translation>
    </message>
    <message>
        <source>Falta el turno</source>
        <comment>no blanks are at the workstation</comment>
        <translation>No shift yet</translation>
    </message>
    <message>
        <source>Abra el turno para tener piezas que personalizar</source>
        <comment>no blanks are at the workstation</comment>
        <translation>Open the shift to have blanks to personalise</translation>
    </message>
    <message>
        <source>Listo</source>
        <comment>the station is ready to begin</comment>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Pulse F5 para empezar a trabajar</source>
        <comment>the station is ready to begin</comment>
        <translation>Press F5 to begin to work</translation>
    </message>
    <message>
        <source>Se detiene al terminar este paso</source>
        <comment>the line was asked to stop</comment>
        <translation>It stops after this step</translation>
    </message>
    <message>
        <source>La máquina trabaja</source>
        <comment>nothing is asked of the person</comment>
        <translation>The machine works</translation>
    </message>
    <message>
        <source>Orden %1 · %2 · pieza %3 · prioridad %4 · intento %5</source>
        <comment>%1 order, %2 kind of document, %3 serial of the blank, %4 priority, %5 number</comment>
        <translation>Order %1 · %2 · blank %3 · priority %4 · attempt %5</translation>
    </message>
    <message>
        <source>sin tomar</source>
        <comment>no blank was taken yet</comment>
        <translation>not taken yet</translation>
    </message>
    <message>
        <source>La línea se detuvo. %1</source>
        <comment>%1 says what was done</comment>
        <translation>The line stopped. %1</translation>
    </message>
    <message>
        <source>Grabar</source>
        <comment>choice: this station encodes chips</comment>
        <translation>Encode</translation>
    </message>
    <message>
        <source>Leer códigos</source>
        <comment>choice: each blank is scanned</comment>
        <translation>Scan codes</translation>
    </message>
</context>
</TS>
