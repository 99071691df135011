// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/clock.hpp"

/// Numbers, days and times as acts write them in Spanish, by ICU's rules for `es`.
namespace printing {

/// What a number stands for: itself ("veintiuno"), a masculine noun ("veintiún libros") or a feminine one ("veintiuna
/// libretas").
enum class Agreement { Number, Masculine, Feminine };

/// "ciento veintitrés".
std::string numberInWords(std::int64_t number, Agreement agreement = Agreement::Number);
/// "primero", "vigésimo primera": of articles and clauses.
std::string ordinalInWords(std::int64_t number, Agreement agreement);
/// "XIV".
std::string romanNumber(std::size_t number);
/// "100,000", grouped as Guatemala does.
std::string groupedNumber(std::int64_t number);
/// "veintitrés de noviembre de dos mil veintiséis".
std::string dateInWords(base::Date day);
/// "23 de noviembre de 2026".
std::string longDate(base::Date day);
/// "las nueve horas con treinta minutos", "la una hora" (with the article; `minute` 0 is not said).
std::string timeInWords(std::chrono::hours hour, std::chrono::minutes minute);

}  // namespace printing
