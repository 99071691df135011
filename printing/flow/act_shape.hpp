// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/xml.hpp"
#include "printing/flow/act_values.hpp"

namespace printing {

/// One value that a template declares: its name and what it is.
struct ActShape {
    enum class Kind { Text, Integer, Amount, Date, Time, Gender, Texts, List, Group };
    enum class Presence { Required, Optional };
    /// Who says the value: the registers, or the clerk who writes the document.
    enum class Origin { Register, Clerk };
    std::string name;
    Kind kind = Kind::Text;
    Presence presence = Presence::Required;
    Origin origin = Origin::Register;
    std::string meaning = {};
    std::string sample = {};              // several for many rows, parted by '|'
    std::size_t sampleRows = 0;           // of a list
    std::vector<std::string> among = {};  // a text is one of these, where there are any
    std::vector<ActShape> fields = {};    // of a list's items or a group

    [[nodiscard]] bool isText() const { return kind < Kind::Texts; }
    [[nodiscard]] bool isRepeated() const { return kind == Kind::Texts || kind == Kind::List; }
    [[nodiscard]] const ActShape* field(const std::string& wanted) const;
};

/// What stands for the count of the document's own pages in an agreement.
inline constexpr const char* kFolios = "folios";

/// The group of all values below `<datos>`.
ActShape shapeOf(const base::xml::Element& values);

/// Every fault of values against a group: "printing.act-value-missing", "printing.act-value-unknown",
/// "printing.act-value-unfit" (arguments "field", "detail"; where = path as "rows[2].serial", counted from 1).
std::vector<base::Fault> faultsOf(const ActMap& values, const ActShape& group);

/// Values made of the samples, for a preview without live data.
ActMap samplesOf(const ActShape& group, std::size_t row = 0);

/// Those of many values that a group declares, in its lists too: one set of values serves many templates.
ActMap valuesFor(const ActShape& group, const ActMap& all);

}  // namespace printing
