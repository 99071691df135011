<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
<context>
    <name>Ceremonies</name>
    <message numerus="yes">
        <source>Prueba: no está entre las %n llave(s) del almacén.</source>
        <comment>after a key was destroyed</comment>
        <translation>
            <numerusform>Prueba: no está entre la única llave del almacén.</numerusform>
            <numerusform>Prueba: no está entre las %n llaves del almacén.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message numerus="yes">
        <source>%1 (le queda(n) %n día(s))</source>
        <comment>%1 is the day on which something ends</comment>
        <translation>
            <numerusform>%1 (le queda 1 día)</numerusform>
            <numerusform>%1 (le quedan %n días)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message numerus="yes">
        <source>%n en proceso</source>
        <comment>orders that stations are at</comment>
        <translation>
            <numerusform>%n en proceso</numerusform>
            <numerusform>%n en proceso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retenida(s)</source>
        <comment>orders that are held</comment>
        <translation>
            <numerusform>%n retenida</numerusform>
            <numerusform>%n retenidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n en duda</source>
        <comment>orders in doubt</comment>
        <translation>
            <numerusform>%n en duda</numerusform>
            <numerusform>%n en duda</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message numerus="yes">
        <source>%n pieza(s) anotada(s). Casos: %1</source>
        <comment>after a loss was noted; %1 numbers of cases</comment>
        <translation>
            <numerusform>%n pieza anotada. Casos: %1</numerusform>
            <numerusform>%n piezas anotadas. Casos: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message numerus="yes">
        <source>%n paso(s) hecho(s).</source>
        <comment>report of a run: steps done</comment>
        <translation>
            <numerusform>%n paso hecho.</numerusform>
            <numerusform>%n pasos hechos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rechazado(s): la pieza quedó dañada y la orden toma otra.</source>
        <comment>report of a run: steps refused</comment>
        <translation>
            <numerusform>%n rechazado: la pieza quedó dañada y la orden toma otra.</numerusform>
            <numerusform>%n rechazados: las piezas quedaron dañadas y las órdenes toman otras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n en duda.</source>
        <comment>report of a run: orders in doubt</comment>
        <translation>
            <numerusform>%n en duda.</numerusform>
            <numerusform>%n en duda.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(n) que un inspector libere.</source>
        <comment>report of a run: orders that wait for release</comment>
        <translation>
            <numerusform>%n espera que un inspector libere.</numerusform>
            <numerusform>%n esperan que un inspector libere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(n) pieza.</source>
        <comment>report of a run: orders that wait for a blank</comment>
        <translation>
            <numerusform>%n espera pieza.</numerusform>
            <numerusform>%n esperan pieza.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuarantineWords</name>
    <message numerus="yes">
        <source>%n pieza(s) recibida(s) en cuarentena.</source>
        <comment>after spoiled blanks were received</comment>
        <translation>
            <numerusform>%n pieza recibida en cuarentena.</numerusform>
            <numerusform>%n piezas recibidas en cuarentena.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) pasó(aron) al depósito de destrucción.</source>
        <comment>after blanks were sent to destruction</comment>
        <translation>
            <numerusform>%n pieza pasó al depósito de destrucción.</numerusform>
            <numerusform>%n piezas pasaron al depósito de destrucción.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) retirada(s).</source>
        <comment>after blanks were withdrawn</comment>
        <translation>
            <numerusform>%n pieza retirada.</numerusform>
            <numerusform>%n piezas retiradas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message numerus="yes">
        <source>Va a firmar %n documento(s): %1</source>
        <comment>%1 are the numbers of requests</comment>
        <translation>
            <numerusform>Va a firmar %n documento: %1</numerusform>
            <numerusform>Va a firmar %n documentos: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documento(s) firmado(s).</source>
        <comment>after signing</comment>
        <translation>
            <numerusform>%n documento firmado.</numerusform>
            <numerusform>%n documentos firmados.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockWords</name>
    <message numerus="yes">
        <source>%1 y %n más</source>
        <comment>%1 is a list, of which %n more are not shown</comment>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Alarms</name>
    <message numerus="yes">
        <source>%n orden(es) en duda</source>
        <comment>alarm</comment>
        <translation>
            <numerusform>%n orden en duda</numerusform>
            <numerusform>%n órdenes en duda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caso(s) vencido(s)</source>
        <comment>alarm</comment>
        <translation>
            <numerusform>%n caso vencido</numerusform>
            <numerusform>%n casos vencidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>y %n más</source>
        <comment>how many alarms are not shown</comment>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Se acaban %n artículo(s)</source>
        <comment>alarm: what runs low in the house</comment>
        <translation>
            <numerusform>Se acaba %n artículo</numerusform>
            <numerusform>Se acaban %n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aviso(s) sobre las llaves</source>
        <comment>alarm: keys that end</comment>
        <translation>
            <numerusform>%n aviso sobre las llaves</numerusform>
            <numerusform>%n avisos sobre las llaves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::AwaitingPage</name>
    <message numerus="yes">
        <source>Le espera(n) %n documento(s)</source>
        <comment>how many certificates await the person</comment>
        <translation>
            <numerusform>Le espera %n documento</numerusform>
            <numerusform>Le esperan %n documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Completar pruebas de %n firma(s)</source>
        <comment>button: adds long-term proofs to signatures</comment>
        <translation>
            <numerusform>Completar pruebas de %n firma</numerusform>
            <numerusform>Completar pruebas de %n firmas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pruebas completadas en %n documento(s).</source>
        <comment>after proving</comment>
        <translation>
            <numerusform>Pruebas completadas en %n documento.</numerusform>
            <numerusform>Pruebas completadas en %n documentos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CertificatePage</name>
    <message numerus="yes">
        <source>Sin recoger desde hace %n día(s)</source>
        <comment>nobody collected a certificate</comment>
        <translation>
            <numerusform>Sin recoger desde hace %n día</numerusform>
            <numerusform>Sin recoger desde hace %n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CountPage</name>
    <message numerus="yes">
        <source>%n pieza(s)</source>
        <comment>counted quantity</comment>
        <translation>
            <numerusform>%n pieza</numerusform>
            <numerusform>%n piezas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CountingPage</name>
    <message numerus="yes">
        <source>%n pieza(s)</source>
        <comment>how many a counter has read</comment>
        <translation>
            <numerusform>%n pieza</numerusform>
            <numerusform>%n piezas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) ya estaba(n) contada(s).</source>
        <comment>repeated scans of a counter</comment>
        <translation>
            <numerusform>%n pieza ya estaba contada.</numerusform>
            <numerusform>%n piezas ya estaban contadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ExportSheet</name>
    <message numerus="yes">
        <source>%n fila(s) escritas</source>
        <comment>progress of an export</comment>
        <translation>
            <numerusform>%n fila escrita</numerusform>
            <numerusform>%n filas escritas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Se escribieron %n fila(s).</source>
        <comment>an export is done</comment>
        <translation>
            <numerusform>Se escribió %n fila.</numerusform>
            <numerusform>Se escribieron %n filas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::InspectionPage</name>
    <message numerus="yes">
        <source>La inspección encontró bien %n cosa(s).</source>
        <comment>checks that passed</comment>
        <translation>
            <numerusform>La inspección encontró bien la única cosa que miró.</numerusform>
            <numerusform>La inspección encontró bien las %n cosas que miró.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Esperan: %n</source>
        <comment>how many documents wait for an inspector</comment>
        <translation>
            <numerusform>Espera: 1</numerusform>
            <numerusform>Esperan: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::KeysPage</name>
    <message numerus="yes">
        <source>%1 Hay %n aviso(s) más (F3).</source>
        <comment>%1 is a sentence</comment>
        <translation>
            <numerusform>%1 Hay 1 aviso más (F3).</numerusform>
            <numerusform>%1 Hay %n avisos más (F3).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ListView</name>
    <message numerus="yes">
        <source>%n fila(s)</source>
        <comment>how many rows a list has</comment>
        <translation>
            <numerusform>%n fila</numerusform>
            <numerusform>%n filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Más de %n fila(s)</source>
        <comment>how many rows of a list are here; there are more</comment>
        <translation>
            <numerusform>Más de %n fila</numerusform>
            <numerusform>Más de %n filas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message numerus="yes">
        <source>El certificado de este puesto vence el %1: le queda(n) %n día(s).</source>
        <comment>warning in the window; %1 is a day</comment>
        <translation>
            <numerusform>El certificado de este puesto vence el %1: le queda 1 día.</numerusform>
            <numerusform>El certificado de este puesto vence el %1: le quedan %n días.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::NotificationsPage</name>
    <message numerus="yes">
        <source>Ruta %1 con %n visita(s).</source>
        <comment>after the route was made; %1 is its number</comment>
        <translation>
            <numerusform>Ruta %1 con %n visita.</numerusform>
            <numerusform>Ruta %1 con %n visitas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::OutcomeSheet</name>
    <message numerus="yes">
        <source>Carpeta donde se guarda(n) %n archivo(s)</source>
        <comment>label of the folder field</comment>
        <translation>
            <numerusform>Carpeta donde se guarda el archivo</numerusform>
            <numerusform>Carpeta donde se guardan los %n archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PlanPage</name>
    <message numerus="yes">
        <source>%n orden(es) retenida(s) o en duda no se planean.</source>
        <comment>orders that are not planned</comment>
        <translation>
            <numerusform>%n orden retenida o en duda no se planea.</numerusform>
            <numerusform>%n órdenes retenidas o en duda no se planean.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(n) que un inspector libere.</source>
        <comment>orders that wait for release</comment>
        <translation>
            <numerusform>%n espera que un inspector libere.</numerusform>
            <numerusform>%n esperan que un inspector libere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReceivingPage</name>
    <message numerus="yes">
        <source>%1 Todavía hay %n diferencia(s).</source>
        <comment>%1 says how many</comment>
        <translation>
            <numerusform>%1 Todavía hay %n diferencia.</numerusform>
            <numerusform>%1 Todavía hay %n diferencias.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReconciliationPage</name>
    <message numerus="yes">
        <source>Cuadra: %n movimiento(s), ninguna pieza sin explicar.</source>
        <comment>the reconciliation balances</comment>
        <translation>
            <numerusform>Cuadra: %n movimiento, ninguna pieza sin explicar.</numerusform>
            <numerusform>Cuadra: %n movimientos, ninguna pieza sin explicar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n diferencia(s) sin explicar:</source>
        <comment>the reconciliation does not balance</comment>
        <translation>
            <numerusform>%n diferencia sin explicar:</numerusform>
            <numerusform>%n diferencias sin explicar:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReportsPage</name>
    <message numerus="yes">
        <source>%n hallazgo(s) en producción contra órdenes</source>
        <comment>findings of a report</comment>
        <translation>
            <numerusform>%n hallazgo en producción contra órdenes</numerusform>
            <numerusform>%n hallazgos en producción contra órdenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RequestPage</name>
    <message numerus="yes">
        <source>lista en %n día(s) hábil(es)</source>
        <comment>when a certificate is ready</comment>
        <translation>
            <numerusform>lista en %n día hábil</numerusform>
            <numerusform>lista en %n días hábiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ScanList</name>
    <message numerus="yes">
        <source>%n pieza(s) leída(s)</source>
        <comment>how many blanks were scanned</comment>
        <translation>
            <numerusform>%n pieza leída</numerusform>
            <numerusform>%n piezas leídas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SearchPage</name>
    <message numerus="yes">
        <source>Falta(n) %n candidato(s) por decidir. Elija la columna, escriba el motivo y decida.</source>
        <comment>a search whose candidates wait</comment>
        <translation>
            <numerusform>Falta %n candidato por decidir. Elija la columna, escriba el motivo y decida.</numerusform>
            <numerusform>Faltan %n candidatos por decidir. Elija la columna, escriba el motivo y decida.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) se le parece(n).</source>
        <comment>what a search found</comment>
        <translation>
            <numerusform>%n persona se le parece.</numerusform>
            <numerusform>%n personas se le parecen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ShiftClosing</name>
    <message numerus="yes">
        <source>%n pieza(s) en trabajo: termínelas o resuelva sus dudas antes de cerrar.</source>
        <comment>why the shift cannot close</comment>
        <translation>
            <numerusform>%n pieza en trabajo: termínela o resuelva su duda antes de cerrar.</numerusform>
            <numerusform>%n piezas en trabajo: termínelas o resuelva sus dudas antes de cerrar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Falta(n) %n pieza(s) por leer.</source>
        <comment>the count of the shift</comment>
        <translation>
            <numerusform>Falta %n pieza por leer.</numerusform>
            <numerusform>Faltan %n piezas por leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sobra(n) %n pieza(s): revise la lista.</source>
        <comment>the count of the shift</comment>
        <translation>
            <numerusform>Sobra %n pieza: revise la lista.</numerusform>
            <numerusform>Sobran %n piezas: revise la lista.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Vuelven a la bóveda %n pieza(s).</source>
        <comment>what is consented to</comment>
        <translation>
            <numerusform>Vuelve a la bóveda %n pieza.</numerusform>
            <numerusform>Vuelven a la bóveda %n piezas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Vuelven %n pieza(s); las que nadie trajo quedan como faltantes y se abre un caso.</source>
        <comment>what is consented to</comment>
        <translation>
            <numerusform>Vuelve %n pieza; las que nadie trajo quedan como faltantes y se abre un caso.</numerusform>
            <numerusform>Vuelven %n piezas; las que nadie trajo quedan como faltantes y se abre un caso.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SidePanel</name>
    <message numerus="yes">
        <source>%n orden(es) en duda</source>
        <comment>alert</comment>
        <translation>
            <numerusform>%n orden en duda</numerusform>
            <numerusform>%n órdenes en duda</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TemplateList</name>
    <message numerus="yes">
        <source>%n versión(es) aprobada(s).</source>
        <comment>how many versions of templates there are</comment>
        <translation>
            <numerusform>%n versión aprobada.</numerusform>
            <numerusform>%n versiones aprobadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plantilla(s) sin aprobar, que se usan solo en capacitación.</source>
        <comment>how many templates nobody approved</comment>
        <translation>
            <numerusform>%n plantilla sin aprobar, que se usa solo en capacitación.</numerusform>
            <numerusform>%n plantillas sin aprobar, que se usan solo en capacitación.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::TemplatePage</name>
    <message numerus="yes">
        <source>%n error(es). Intro en la lista lleva a su línea.</source>
        <comment>how many faults a template has</comment>
        <translation>
            <numerusform>%n error. Intro en la lista lleva a su línea.</numerusform>
            <numerusform>%n errores. Intro en la lista lleva a su línea.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparación: %n cambio(s) en el texto; las hojas, una sobre otra.</source>
        <comment>over a comparison</comment>
        <translation>
            <numerusform>Comparación: %n cambio en el texto; las hojas, una sobre otra.</numerusform>
            <numerusform>Comparación: %n cambios en el texto; las hojas, una sobre otra.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Waiting</name>
    <message numerus="yes">
        <source>%n conteo(s) por hacer</source>
        <comment>waiting: counts</comment>
        <translation>
            <numerusform>%n conteo por hacer</numerusform>
            <numerusform>%n conteos por hacer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conteo(s) con diferencia</source>
        <comment>waiting: counts with a variance</comment>
        <translation>
            <numerusform>%n conteo con diferencia</numerusform>
            <numerusform>%n conteos con diferencia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lugar(es) por contar según el calendario</source>
        <comment>waiting: places to be counted</comment>
        <translation>
            <numerusform>%n lugar por contar según el calendario</numerusform>
            <numerusform>%n lugares por contar según el calendario</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n traslado(s) en camino por recibir</source>
        <comment>waiting: transfers to receive</comment>
        <translation>
            <numerusform>%n traslado en camino por recibir</numerusform>
            <numerusform>%n traslados en camino por recibir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n traslado(s) por aprobar, precintar o despachar</source>
        <comment>waiting: transfers that have not left</comment>
        <translation>
            <numerusform>%n traslado por aprobar, precintar o despachar</numerusform>
            <numerusform>%n traslados por aprobar, precintar o despachar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requisición(es) por aprobar</source>
        <comment>waiting: requisitions</comment>
        <translation>
            <numerusform>%n requisición por aprobar</numerusform>
            <numerusform>%n requisiciones por aprobar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entrega(s) del proveedor por leer y guardar</source>
        <comment>waiting: deliveries of the supplier</comment>
        <translation>
            <numerusform>%n entrega del proveedor por leer y guardar</numerusform>
            <numerusform>%n entregas del proveedor por leer y guardar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieza(s) dañada(s) por recibir en cuarentena</source>
        <comment>waiting: spoiled blanks</comment>
        <translation>
            <numerusform>%n pieza dañada por recibir en cuarentena</numerusform>
            <numerusform>%n piezas dañadas por recibir en cuarentena</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existencia(s) por debajo del mínimo</source>
        <comment>waiting: low stock</comment>
        <translation>
            <numerusform>%n existencia por debajo del mínimo</numerusform>
            <numerusform>%n existencias por debajo del mínimo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destrucción(es) por ejecutar</source>
        <comment>waiting: destructions to execute</comment>
        <translation>
            <numerusform>%n destrucción por ejecutar</numerusform>
            <numerusform>%n destrucciones por ejecutar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destrucción(es) por autorizar o integrar</source>
        <comment>waiting: destructions to authorise</comment>
        <translation>
            <numerusform>%n destrucción por autorizar o integrar</numerusform>
            <numerusform>%n destrucciones por autorizar o integrar</numerusform>
        </translation>
    </message>
</context>
</TS>
