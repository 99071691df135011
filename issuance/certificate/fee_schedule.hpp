// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/xml.hpp"

namespace issuance {

/// What one service costs.
struct Fee {
    std::int64_t hundredths = 0;  ///< of the currency's unit
    std::string currency;         ///< ISO 4217
    std::string law;
    friend bool operator==(const Fee&, const Fee&) = default;
};

/// "USD 10.00".
std::string textOf(const Fee& fee);

/// What the house charges, schedule after schedule, as data (docs/formats/calendar-and-fees.md): each takes the place
/// of all that came before.
class FeeSchedules {
   public:
    /// Every file of a folder. Refuses what `templates/schemas/fees.xsd` refuses, and "fees.same-day" where two
    /// schedules begin on one day; where = the file and the line.
    static base::Result<FeeSchedules> load(const std::filesystem::path& folder, const base::xml::Schema& schema);

    /// What a service cost on a day; nothing where no schedule names it then.
    [[nodiscard]] std::optional<Fee> feeFor(std::string_view type, base::Date day) const;

   private:
    struct Schedule {
        base::Date from{};
        std::vector<std::pair<std::string, Fee>> fees;
    };
    static Schedule scheduleFrom(const base::xml::Element& root);
    std::vector<Schedule> m_schedules;  ///< the latest first
};

/// What speaks against an amount as a receipt has it, "USD 10.00", for a service on a day: "certificate.fee-unknown",
/// "certificate.fee-differs".
std::optional<base::Fault> faultOfPayment(const FeeSchedules& fees, const std::string& service, const std::string& paid,
                                          base::Date day);

}  // namespace issuance
