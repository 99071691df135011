// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Signed papers of the house: acts and reconciliations as PDF.
namespace contract {

struct PaperLine {
    std::string number;
    std::string kind;    ///< template: destruction-act, shift-reconciliation, stock-receipt, …
    std::string about;   ///< what it is about: destruction, shift, receipt, …
    std::string object;  ///< and which
    std::string time;
    std::string person;
    std::string sha256;
    static constexpr std::array kFields{field<&PaperLine::number>("number"), field<&PaperLine::kind>("kind"),
                                        field<&PaperLine::about>("about"),   field<&PaperLine::object>("object"),
                                        field<&PaperLine::time>("time"),     field<&PaperLine::person>("person"),
                                        field<&PaperLine::sha256>("sha256")};
};

struct PapersListed {
    std::vector<PaperLine> papers;
    static constexpr std::array kFields{field<&PapersListed::papers>("papers")};
};

/// By number; all kinds where `kind` is empty.
struct PaperList {
    static constexpr Declaration kAct{"paper.list", "paper.view", Effect::Reads};
    using Answer = PapersListed;
    std::string kind;
    static constexpr std::array kFields{field<&PaperList::kind>("kind")};
};

/// The paper as it was signed, and whether its signature holds.
struct PaperShown {
    PaperLine line;
    bool intact = false;
    bool trusted = false;
    std::string signer;
    base::Bytes content;
    static constexpr std::array kFields{field<&PaperShown::line>("paper"), field<&PaperShown::intact>("intact"),
                                        field<&PaperShown::trusted>("trusted"), field<&PaperShown::signer>("signer"),
                                        field<&PaperShown::content>("content")};
};

/// Without the permission to view papers a person is shown those that they issued. Refuses "people.not-permitted".
struct PaperShow {
    static constexpr Declaration kAct{"paper.show", "", Effect::Reads};
    using Answer = PaperShown;
    std::string number;
    static constexpr std::array kFields{field<&PaperShow::number>("number")};
};

using PaperActs = std::tuple<PaperList, PaperShow>;

}  // namespace contract
