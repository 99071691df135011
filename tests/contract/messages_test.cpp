// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/messages.hpp"

#include <gtest/gtest.h>

#include "tests/support/paths.hpp"

namespace contract {
namespace {

using namespace base::literals;

const auto kFolder = support::sourceDir() / "templates" / "messages";

TEST(Messages, SaysAFaultInTheUsersLanguage) {
    const base::Fault fault{"base.not-a-date"_code, {{"value", "ayer"}}, "line 3"};
    EXPECT_EQ(Messages::load(kFolder, Language::Spanish).sentenceOf(fault),
              "línea 3: «ayer» no es una fecha del calendario. Escriba año-mes-día, por ejemplo 2026-11-23.");
    EXPECT_EQ(Messages::load(kFolder, Language::English).sentenceOf(fault),
              "line 3: “ayer” is not a calendar date. Write year-month-day, as in 2026-11-23.");
}

TEST(Messages, SaysWhatToDoAfterAFailure) {
    const base::Failure failure{"file.not-written"_code, base::NextStep::CallSupervisor, "x"};
    EXPECT_NE(Messages::load(kFolder, Language::Spanish).sentenceOf(failure).find("Llame al supervisor."),
              std::string::npos);
}

TEST(Messages, AnUnknownCodeIsSaidAsItIs) {
    const base::Fault fault{base::FailureCode{"other.unknown"}};
    EXPECT_EQ(Messages::load(kFolder, Language::Spanish).sentenceOf(fault), "other.unknown");
}

}  // namespace
}  // namespace contract
