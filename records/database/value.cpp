// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/database/value.hpp"

#include "base/failure.hpp"

namespace records {
namespace {

using namespace base::literals;

template <class T>
const T& valueOf(const Values& values, std::size_t column) {
    const T* value = column < values.size() ? std::get_if<T>(&values[column]) : nullptr;
    if (value == nullptr)
        throw base::Failure{"records.wrong-type"_code, base::NextStep::Stop, "column " + std::to_string(column)};
    return *value;
}

}  // namespace

bool Row::isNull(std::size_t column) const { return std::holds_alternative<std::monostate>(m_values.at(column)); }

std::int64_t Row::integer(std::size_t column) const { return valueOf<std::int64_t>(m_values, column); }

const std::string& Row::text(std::size_t column) const { return valueOf<std::string>(m_values, column); }

const base::Bytes& Row::bytes(std::size_t column) const { return valueOf<base::Bytes>(m_values, column); }

std::string Row::textOrEmpty(std::size_t column) const { return isNull(column) ? std::string{} : text(column); }

}  // namespace records
