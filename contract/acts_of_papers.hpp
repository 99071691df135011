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
    static constexpr std::tuple kFields{Field{"number", &PaperLine::number}, Field{"kind", &PaperLine::kind},
                                        Field{"about", &PaperLine::about},   Field{"object", &PaperLine::object},
                                        Field{"time", &PaperLine::time},     Field{"person", &PaperLine::person},
                                        Field{"sha256", &PaperLine::sha256}};
};

struct PapersListed {
    std::vector<PaperLine> papers;
    static constexpr std::tuple kFields{Field{"papers", &PapersListed::papers}};
};

/// By number; all kinds where `kind` is empty.
struct PaperList {
    static constexpr Declaration kAct{"paper.list", "paper.view", Effect::Reads};
    using Answer = PapersListed;
    std::string kind;
    static constexpr std::tuple kFields{Field{"kind", &PaperList::kind}};
};

/// The paper as it was signed, and whether its signature holds.
struct PaperShown {
    PaperLine line;
    bool intact = false;
    bool trusted = false;
    std::string signer;
    base::Bytes content;
    static constexpr std::tuple kFields{Field{"paper", &PaperShown::line}, Field{"intact", &PaperShown::intact},
                                        Field{"trusted", &PaperShown::trusted}, Field{"signer", &PaperShown::signer},
                                        Field{"content", &PaperShown::content}};
};

struct PaperShow {
    static constexpr Declaration kAct{"paper.show", "paper.view", Effect::Reads};
    using Answer = PaperShown;
    std::string number;
    static constexpr std::tuple kFields{Field{"number", &PaperShow::number}};
};

using PaperActs = std::tuple<PaperList, PaperShow>;

}  // namespace contract
