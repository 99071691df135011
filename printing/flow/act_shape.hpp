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
    enum class Kind { Text, Integer, Date, Time, Texts, List, Group };
    enum class Presence { Required, Optional };
    std::string name;
    Kind kind = Kind::Text;
    Presence presence = Presence::Required;
    std::string sample = {};            // several for many rows, parted by '|'
    std::size_t sampleRows = 0;         // of a list
    std::vector<ActShape> fields = {};  // of a list's items or a group

    [[nodiscard]] bool isText() const { return kind < Kind::Texts; }
    [[nodiscard]] const ActShape* field(const std::string& wanted) const;
};

/// The group of all values below `<values>`.
ActShape shapeOf(const base::xml::Element& values);

/// Every fault of values against a group: "printing.act-value-missing", "printing.act-value-unknown",
/// "printing.act-value-unfit" (arguments "field", "detail"; where = path as "rows[2].serial", counted from 1).
std::vector<base::Fault> faultsOf(const ActMap& values, const ActShape& group);

/// Values made of the samples, for a preview without live data.
ActMap samplesOf(const ActShape& group, std::size_t row = 0);

/// A text's value by a format of the template ("words", "words-feminine", "words-masculine", "number", "date",
/// "short-date", "upper", or none); the values fit their kinds.
std::string formatted(const std::string& value, const std::string& format);
/// Whether a kind of value can be put into a format.
bool fits(ActShape::Kind kind, const std::string& format);

}  // namespace printing
