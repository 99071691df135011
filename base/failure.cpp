// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/failure.hpp"

namespace base {

Failure::Failure(FailureCode code, NextStep next, std::string where, std::string detail)
    : m_code(std::move(code)), m_next(next), m_where(std::move(where)), m_detail(std::move(detail)) {
    m_what = m_code.name();
    if (!m_where.empty()) m_what += " at " + m_where;
    if (!m_detail.empty()) m_what += ": " + m_detail;
}

}  // namespace base
