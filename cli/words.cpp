// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/words.hpp"

#include <algorithm>

namespace cli {
namespace {

struct Word {
    std::string_view code;
    std::string_view spanish;
    std::string_view english;
};

constexpr Word kWords[] = {
    // kinds of certificates and lists, and what is wrong with them
    {"csca", "CSCA raíz", "CSCA root"},
    {"csca-link", "CSCA de enlace", "CSCA link"},
    {"document-signer", "firmante de documentos", "document signer"},
    {"master-list-signer", "firmante de listas maestras", "master list signer"},
    {"deviation-list-signer", "firmante de listas de desviaciones", "deviation list signer"},
    {"communication", "comunicación", "communication"},
    {"lds2-signer", "firmante LDS2", "LDS2 signer"},
    {"bar-code-signer", "firmante de sellos digitales", "bar code signer"},
    {"seal-signer", "firmante de sellos digitales", "seal signer"},
    {"house-authority", "autoridad de firmas de la casa", "house authority"},
    {"act-signer", "firmante de actas", "signer of acts"},
    {"made", "hecha, sin publicar", "made, not published"},
    {"published", "en espera", "stands by"},
    {"active", "firma", "signs"},
    {"retired", "fuera de uso", "out of use"},
    {"crl", "lista de revocación", "revocation list"},
    {"master-list", "lista maestra", "master list"},
    {"deviation-list", "lista de desviaciones", "deviation list"},
    {"signer-certificate", "certificado del firmante", "signer's certificate"},
    {"certificate", "certificado", "certificate"},
    {"too-deep", "demasiados niveles", "nested too deeply"},
    {"too-many-parts", "demasiadas partes", "too many parts"},
    {"tag-or-length", "etiqueta o longitud", "tag or length"},
    {"parts-left-over", "sobran partes", "parts left over"},
    {"long-length", "una longitud no es mínima", "a length is not minimal"},
    {"indefinite-length", "longitudes indefinidas o cadenas en partes", "indefinite lengths or strings in parts"},
    {"constructed-string", "una cadena en partes", "a string in parts"},
    {"boolean-not-ff", "un BOOLEAN verdadero no es FF", "a BOOLEAN TRUE is not FF"},
    {"long-integer", "un INTEGER no es mínimo", "an INTEGER is not minimal"},
    {"unused-bits", "un BIT STRING con bits sobrantes puestos", "a BIT STRING with unused bits set"},
    {"trailing-bits", "un BIT STRING con ceros al final", "a BIT STRING with trailing zeros"},
    {"null-with-content", "un NULL con contenido", "a NULL with content"},
    {"long-oid", "un OBJECT IDENTIFIER no es mínimo", "an OBJECT IDENTIFIER is not minimal"},
    {"primitive-sequence", "un SEQUENCE o SET primitivo", "a primitive SEQUENCE or SET"},
    {"set-order", "un SET OF fuera de orden", "a SET OF out of order"},
    {"parameters-present", "lleva parámetros", "parameters are present"},
    {"parameters-not-null", "no son NULL", "they are not NULL"},
    {"parameters-missing", "faltan", "they are missing"},
    {"type", "el tipo", "the type"},
    // certificates
    {"drafted", "en borrador", "drafted"},
    {"reviewed", "confrontado", "reviewed"},
    {"signed", "firmado, espera visto bueno", "signed, awaits endorsement"},
    {"issued", "emitido", "issued"},
    {"delivered", "entregado", "delivered"},
    {"draft", "redactar", "draft"},
    {"review", "confrontar", "review"},
    {"sign", "firmar", "sign"},
    {"endorse", "visto bueno", "endorse"},
    {"deliver", "entregar", "deliver"},
    {"annul", "anular", "annul"},
    {"draft, sign", "redactar y firmar", "write and sign"},
    {"draft, review", "redactar y confrontar", "write and review"},
    {"review, sign", "confrontar y firmar", "review and sign"},
    {"sign, endorse", "firmar y dar visto bueno", "sign and endorse"},
    {"draft, endorse", "redactar y dar visto bueno", "write and endorse"},
    {"review, endorse", "confrontar y dar visto bueno", "review and endorse"},
    {"attestation", "constancia", "attestation"},
    {"resolution", "resolución", "resolution"},
    {"holder", "titular", "holder"},
    {"representative", "representante", "representative"},
    {"authority", "autoridad", "authority"},
    {"third_party", "tercero", "third party"},
    {"applicant.name", "nombre de quien solicita", "name of who asks"},
    {"applicant.identification", "identificación de quien solicita", "identification of who asks"},
    {"applicant.gender", "género de quien solicita", "gender of who asks"},
    {"applicant.proof", "acreditación de quien solicita", "proof of who asks"},
    {"holder.surnames", "apellidos del titular", "holder's surnames"},
    {"holder.given_names", "nombres del titular", "holder's given names"},
    {"holder.born", "nacimiento del titular", "holder's birth"},
    {"holder.gender", "género del titular", "holder's gender"},
    {"holder.nationality", "nacionalidad del titular", "holder's nationality"},
    {"holder.document_type", "tipo de documento del titular", "type of the holder's document"},
    {"holder.document", "número de documento del titular", "number of the holder's document"},
    {"recipient", "quien recibe", "recipient"},
    {"identification", "identificación de quien recibe", "recipient's identification"},
    {"manner", "forma de entrega", "manner of hand-over"},
    {"title", "cargo", "title"},
    {"token_label", "etiqueta del dispositivo", "token's label"},
    {"token_module", "biblioteca del dispositivo", "token's module"},
    // stages
    {"received", "recibida", "received"},
    {"cleared", "autorizada", "cleared"},
    {"prepared", "preparada", "prepared"},
    {"printed", "impresa", "printed"},
    {"encoded", "grabada", "encoded"},
    {"inspected", "inspeccionada", "inspected"},
    {"released", "liberada", "released"},
    {"cancelled", "cancelada", "cancelled"},
    // standings
    {"ready", "lista", "ready"},
    {"claimed", "asignada", "claimed"},
    {"acting", "en proceso", "acting"},
    {"in_doubt", "en duda", "in doubt"},
    {"held", "retenida", "held"},
    {"ended", "terminada", "ended"},
    // steps
    {"clear", "autorizar", "clear"},
    {"prepare", "preparar", "prepare"},
    {"print", "imprimir", "print"},
    {"encode", "grabar", "encode"},
    {"inspect", "inspeccionar", "inspect"},
    {"release", "liberar", "release"},
    // outcomes and decisions
    {"claim", "asignar", "claim"},
    {"begin", "empezar", "begin"},
    {"finish", "hecho", "finished"},
    {"refuse", "rechazado", "refused"},
    {"lapse", "plazo vencido", "lapsed"},
    {"doubt", "en duda", "in doubt"},
    {"give_back", "devuelto", "given back"},
    {"done", "bien hecha", "done"},
    {"untouched", "intacta", "untouched"},
    {"spoiled", "dañada", "spoiled"},
    {"hold", "retener", "hold"},
    {"release_hold", "levantar la retención", "end the hold"},
    {"cancel", "cancelar", "cancel"},
    {"inspection-failed", "la inspección no pasó", "inspection failed"},
    {"validity-not-allowed", "vigencia no permitida", "validity not allowed"},
    // blanks
    {"usable", "utilizable", "usable"},
    {"in_use", "en uso", "in use"},
    {"personalised", "personalizada", "personalised"},
    {"supplier", "proveedor", "supplier"},
    {"vault", "bóveda", "vault"},
    {"quarantine", "cuarentena", "quarantine"},
    {"documents", "documentos terminados", "finished documents"},
    {"workstation", "puesto", "workstation"},
    {"outside", "afuera", "outside"},
    {"transit", "tránsito", "transit"},
    {"transfer", "traslado", "transfer"},
    {"approved", "aprobado", "approved"},
    {"sealed", "precintado", "sealed"},
    {"dispatched", "en tránsito", "in transit"},
    {"returning", "de regreso", "on its way back"},
    {"returned", "devuelto", "returned"},
    {"approve", "aprobación", "approve"},
    {"seal", "precinto", "seal"},
    {"dispatch", "despacho", "dispatch"},
    {"arrive", "llegada", "arrival"},
    {"miss", "falta", "missing"},
    {"annulled", "anulado", "annulled"},
    {"expired", "vencido", "expired"},
    {"refused", "rechazada", "refused"},
    {"destruction", "depósito de destrucción", "destruction store"},
    {"mobile", "unidad móvil", "mobile unit"},
    {"consulate", "consulado", "consulate"},
    {"carrier", "transportista", "carrier"},
    {"transfer", "traslado", "transfer"},
    {"approved", "aprobado", "approved"},
    {"sealed", "precintado", "sealed"},
    {"dispatched", "en tránsito", "in transit"},
    {"returning", "de regreso", "on its way back"},
    {"returned", "devuelto", "returned"},
    {"approve", "aprobación", "approve"},
    {"seal", "precinto", "seal"},
    {"dispatch", "despacho", "dispatch"},
    {"arrive", "llegada", "arrival"},
    {"miss", "falta", "missing"},
    {"annulled", "anulado", "annulled"},
    {"expired", "vencido", "expired"},
    {"refused", "rechazada", "refused"},
    {"receive", "ingreso", "receive"},
    {"issue", "entrega", "issue"},
    {"take", "toma", "take"},
    {"bind", "vínculo", "bind"},
    {"personalise", "personalización", "personalise"},
    {"spoil", "daño", "spoil"},
    {"return", "devolución", "return"},
    {"close", "cierre", "close"},
    {"box", "caja", "box"},
    {"order", "orden", "order"},
    {"document", "documento", "document"},
    {"cause", "causa", "cause"},
    {"chip", "chip", "chip"},
    {"inspection", "inspección", "inspection"},
    {"shift", "turno", "shift"},
    {"receipt", "recibo", "receipt"},
    {"case", "caso", "case"},
    {"transfer", "traslado", "transfer"},
    {"count", "conteo", "count"},
    {"annulled", "anulada", "annulled"},
    {"expired", "vencida", "expired"},
    {"destroyed", "destruida", "destroyed"},
    {"adjust", "ajuste", "adjust"},
    {"destroy", "destrucción", "destroy"},
    // production against orders
    {"document-without-order", "documento sin orden", "document without an order"},
    {"document-without-blank", "documento sin documento en blanco", "document without a blank"},
    {"other-order", "la serie es de otra orden", "the serial is of another order"},
    {"other-kind", "el documento no es de la clase pedida", "the document is not of the kind ordered"},
    {"several-documents", "la orden tiene varios documentos", "the order has several documents"},
    {"blank-without-document", "serie personalizada sin documento", "personalised serial without a document"},
    {"document-not-made", "documento liberado sin personalizar", "document released and never personalised"},
    {"order-not-served", "orden liberada sin documento", "order released without a document"},
    {"document-too-many", "documento liberado de más", "document released too many"},
    {"confirm", "recepción en cuarentena", "received in quarantine"},
    {"to_destruction", "traslado a destrucción", "sent to destruction"},
    {"destroy", "destrucción", "destruction"},
    {"destroyed", "destruida", "destroyed"},
    {"annulled", "anulada", "annulled"},
    {"expired", "vencida", "expired"},
    {"laminate", "laminado", "laminate"},
    {"none", "fuera de los libros", "outside the books"},
    // destructions
    {"requested", "solicitada", "requested"},
    {"authorised", "autorizada", "authorised"},
    {"commissioned", "con comisión", "commissioned"},
    {"executed", "ejecutada", "executed"},
    {"passport", "pasaporte", "passport"},
    {"credential", "carné", "credential"},
    // papers
    {"destruction-act", "acta de destrucción", "destruction act"},
    {"shift-reconciliation", "conciliación de turno", "shift reconciliation"},
    {"stock-receipt", "acta de recepción", "receipt act"},
    {"count-act", "acta de conteo", "count act"},
    {"custody-card", "tarjeta de responsabilidad", "custody card"},
    {"transfer-manifest", "manifiesto de traslado", "transfer manifest"},
    {"shift", "turno", "shift"},
    {"receipt", "recibo", "receipt"},
    // cases
    {"discrepancy", "diferencia", "discrepancy"},
    {"missing", "faltante", "missing"},
    {"stolen", "robada", "stolen"},
    {"lost", "perdida", "lost"},
    {"withheld", "retenida en cuarentena", "withheld"},
    {"supplier_claim", "reclamo al proveedor", "supplier claim"},
    {"open", "abierto", "open"},
    {"resolved", "resuelto", "resolved"},
    {"report-missing", "faltante registrado", "reported missing"},
    {"report-lost", "denuncia de pérdida", "reported lost"},
    {"report-stolen", "denuncia de robo", "reported stolen"},
    {"find", "hallazgo", "found"},
    {"found", "hallado", "found"},
    {"blank-missing", "falta el documento en blanco", "blank missing"},
    // counts
    {"planned", "planeado", "planned"},
    {"cyclic", "cíclico", "cyclic"},
    {"unannounced", "sorpresivo", "unannounced"},
    {"counting", "contando", "counting"},
    {"recount", "contar otra vez", "recount"},
    {"variance", "con diferencia", "variance"},
    {"closed", "cerrado", "closed"},
    {"lacking", "falta", "lacking"},
    {"elsewhere", "en otro lugar según libros", "elsewhere by the books"},
    {"found_again", "apareció", "found again"},
    {"unknown", "en ningún libro", "in no book"},
    {"moved", "movido durante el conteo", "moved during the count"},
    {"disputed", "solo uno lo contó", "counted by one only"},
    {"adjust", "ajuste", "adjustment"},
    {"announced", "anunciada", "announced"},
    {"put_away", "guardada", "put away"},
    {"rejected", "devuelta", "sent back"},
    {"sheet", "hoja", "sheet"},
    {"patch", "lámina", "patch"},
    {"label", "etiqueta", "label"},
    // documents
    {"in_production", "en producción", "in production"},
    {"void", "anulado", "void"},
    // priorities
    {"normal", "normal", "normal"},
    {"urgent", "urgente", "urgent"},
    // roles
    {"operator", "operador", "operator"},
    {"inspector", "inspector", "inspector"},
    {"supervisor", "supervisor", "supervisor"},
    {"custodian", "custodio", "custodian"},
    {"clerk", "oficinista", "clerk"},
    {"certifier", "certificador", "certifier"},
    {"security_officer", "oficial de seguridad", "security officer"},
    {"auditor", "auditor", "auditor"},
    {"administrator", "administrador", "administrator"},
    // check digits
    {"document-number", "número de documento", "document number"},
    {"date-of-birth", "fecha de nacimiento", "date of birth"},
    {"date-of-expiry", "fecha de vencimiento", "date of expiry"},
    {"personal-number", "número personal", "personal number"},
    {"composite", "conjunto", "composite"},
    // checks
    {"page", "página", "page"},
    {"front", "anverso", "front"},
    {"back", "reverso", "back"},
    {"page-as-sent", "página, tal como se envió", "page, as it was sent"},
    {"front-as-sent", "anverso, tal como se envió", "front, as it was sent"},
    {"back-as-sent", "reverso, tal como se envió", "back, as it was sent"},
    {"page-seen", "una persona vio la página impresa", "a person saw the printed page"},
    {"hash", "resumen de", "hash of"},
    {"state-released", "documento liberado", "document released"},
    {"mrz-equals-order", "la zona de lectura es la de la orden", "MRZ equals the order"},
    {"chip-read", "el chip fue leído", "chip was read"},
    {"ef-sod-signature", "firma del chip (EF.SOD)", "chip's signature (EF.SOD)"},
    {"ef-sod-path", "cadena de certificados", "certificate path"},
    {"access", "acceso al chip", "chip access"},
    {"card-security", "firma de EF.CardSecurity", "signature of EF.CardSecurity"},
    {"chip-authentication", "chip original (autenticación del chip)", "genuine chip (chip authentication)"},
    {"chip-authentication-mapping", "chip original (en el acceso)", "genuine chip (within access)"},
    {"terminal-authentication", "permiso de este puesto", "this station's permission"},
    {"document-type", "firmante para esta clase de documento", "signer for this kind of document"},
    {"active-authentication", "chip original (autenticación activa)", "genuine chip (active authentication)"},
    {"authentic", "chip auténtico", "chip authentic"},
    {"card-access", "EF.CardAccess", "EF.CardAccess"},
    {"common-file", "EF.COM", "EF.COM"},
    {"data-group-hash", "resumen de", "hash of"},
    {"files-equal", "el chip tiene lo que se grabó", "chip holds what was written"},
    {"chip-mrz-equals-order", "la zona del chip es la de la orden", "chip's MRZ equals the order"},
    {"security-object-path", "cadena de certificados", "certificate path"},
    {"security-object-signature", "firma del chip (EF.SOD)", "chip's signature (EF.SOD)"},
    // the journal
    {"altered", "alterado", "altered"},
    {"removed", "quitado", "removed"},
    {"inserted", "agregado", "inserted"},
    {"reordered", "cambiado de lugar", "reordered"},
    {"rewritten", "reescrito", "rewritten"},
    {"head", "cabeza distinta", "head differs"},
    {"checkpoint", "constancia que no concuerda", "checkpoint does not agree"},
    {"strand", "hebra", "strand"},
    {"row", "renglón", "row"},
    {"rows", "renglones", "rows"},
    {"first person", "primera persona", "first person"},
    {"second person", "segunda persona", "second person"},
};

const Word* find(std::string_view code) {
    const auto* found =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& w) { return w.code == code; });
    return found == std::end(kWords) ? nullptr : found;
}

const Word* findCheck(std::string_view code) {
    constexpr std::string_view kOfChip = "chip-";
    if (const auto* whole = find(code)) return whole;
    return code.substr(0, kOfChip.size()) == kOfChip ? find(code.substr(kOfChip.size())) : nullptr;
}

}  // namespace

std::string wordFor(std::string_view code, contract::Language language) {
    const auto in = [&](const Word& word) {
        return std::string{language == contract::Language::Spanish ? word.spanish : word.english};
    };
    if (const auto* whole = findCheck(code)) return in(*whole);
    const auto end = code.find_first_of(": ");
    if (end == std::string_view::npos) return std::string{code};
    const auto* first = findCheck(code.substr(0, end));
    if (first == nullptr) return std::string{code};
    const auto rest = code.substr(end + 1);
    return in(*first) + " " + wordFor(rest, language);
}

std::string wordsFor(std::string_view codes, contract::Language language) {
    const auto end = codes.find(", ");
    const auto first = wordFor(codes.substr(0, end), language);
    return end == std::string_view::npos ? first : first + ", " + wordsFor(codes.substr(end + 2), language);
}

std::string codeMeant(const std::string& typed) {
    if (find(typed) != nullptr) return typed;
    for (const auto& word : kWords)
        if (word.spanish == typed || word.english == typed) return std::string{word.code};
    return typed;
}

}  // namespace cli
