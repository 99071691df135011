<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="es">
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
</TS>
