// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "printing/flow/draw_flow.hpp"

/// What the bare libraries need for a signed page.
namespace benchmarks {

/// The pages drawn by libharu alone: texts at their places, lines, shapes; nothing repaired, no structure, no archive
/// format. Gives the file.
base::Bytes drawBare(const printing::FlowDocument& document, const printing::LaidOutFlow& laidOut);

/// CMS_sign of OpenSSL with a key on P-256 and its self-signed certificate: CAdES, detached.
class BareCms {
   public:
    BareCms();
    ~BareCms();
    [[nodiscard]] base::Bytes sign(base::BytesView content) const;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace benchmarks
