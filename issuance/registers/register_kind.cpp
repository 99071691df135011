// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/register_kind.hpp"

#include <algorithm>

namespace issuance {

const std::vector<RegisterKind>& importedRegisters() {
    using Type = ColumnType;
    static const std::vector<RegisterKind> kinds{
        {"movimientos",
         {{"fecha", Type::Date, true, {}},
          {"hora", Type::Time, false, {}},
          {"tipo", Type::Word, true, {"entrada", "salida"}},
          {"puesto", Type::Text, true, {}},
          {"documento", Type::Text, false, {}},
          {"destino", Type::Text, false, {}}},
         {"fecha", "hora"}},
        {"residencias",
         {{"categoria", Type::Text, true, {}},
          {"desde", Type::Date, true, {}},
          {"hasta", Type::Date, false, {}},
          {"resolucion", Type::Text, false, {}}},
         {"desde"}},
        {"visas",
         {{"clase", Type::Text, true, {}},
          {"numero", Type::Text, true, {}},
          {"desde", Type::Date, false, {}},
          {"hasta", Type::Date, false, {}},
          {"entradas", Type::Text, false, {}}},
         {"desde"}},
        {"alertas",
         {{"tipo", Type::Text, true, {}},
          {"autoridad", Type::Text, true, {}},
          {"oficio", Type::Text, false, {}},
          {"fecha", Type::Date, false, {}},
          {"estado", Type::Word, true, {"vigente", "levantada", "vencida"}}},
         {"fecha"}},
    };
    return kinds;
}

const RegisterKind* importedRegister(std::string_view name) {
    const auto& kinds = importedRegisters();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

}  // namespace issuance
