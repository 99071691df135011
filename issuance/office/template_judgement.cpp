// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/template_judgement.hpp"

#include <utility>

#include "issuance/office/local_office_factory.hpp"
#include "printing/comparison/version_comparison.hpp"
#include "printing/flow/act_template.hpp"
#include "printing/flow/draw_flow.hpp"

namespace issuance {
namespace {

using contract::FaultLine;
using printing::ActTemplate;

base::Result<ActTemplate> read(const contract::NamedFile& file) {
    return ActTemplate::read(file.content, templatesFolder());
}

base::Result<printing::DrawnFlow> drawnWithSamples(const ActTemplate& act, const std::string& watermark) {
    auto document = act.fill(samplesOf(act.shape()));
    if (!document) return document.refusal();
    document->watermark = watermark;
    return drawPlaced(*document);
}

contract::TemplateWasDrawn told(printing::DrawnFlow drawn, std::size_t changes = 0) {
    return {std::move(drawn.pdf), static_cast<std::int64_t>(drawn.pages), static_cast<std::int64_t>(changes)};
}

std::vector<FaultLine> told(const base::Refusal& refusal) {
    std::vector<FaultLine> lines;
    for (const auto& fault : refusal.faults()) lines.push_back(FaultLine::of(fault));
    return lines;
}

base::Result<printing::ComparedVersion> versionIn(const contract::NamedFile& file) {
    const auto act = read(file);
    if (!act) return act.refusal();
    auto drawn = drawnWithSamples(*act, {});
    if (!drawn) return drawn.refusal();
    return printing::ComparedVersion{act->title() + " (" + act->name() + "), versión " +
                                         std::to_string(act->version()) + ", vigente desde el " +
                                         base::formatDate(act->effective()),
                                     std::move(drawn->pdf)};
}

}  // namespace

base::Result<contract::TemplateWasChecked> judgeTemplate(const contract::TemplateCheck& request) {
    contract::TemplateWasChecked answer;
    const auto act = read(request.file);
    if (!act) {
        answer.faults = told(act.refusal());
        return answer;
    }
    answer.name = act->name();
    answer.type = act->type();
    answer.version = act->version();
    answer.effective = base::formatDate(act->effective());
    answer.title = act->title();
    if (const auto drawn = drawnWithSamples(*act, {}); !drawn) answer.faults = told(drawn.refusal());
    return answer;
}

base::Result<contract::TemplateWasDrawn> previewTemplate(const contract::TemplatePreview& request) {
    const auto act = read(request.file);
    if (!act) return act.refusal();
    auto drawn = drawnWithSamples(*act, "BORRADOR");
    if (!drawn) return drawn.refusal();
    return told(std::move(drawn).value());
}

base::Result<contract::TemplateWasDrawn> diffTemplates(const contract::TemplateDiff& request) {
    const auto before = versionIn(request.before), after = versionIn(request.after);
    if (!before) return before.refusal();
    if (!after) return after.refusal();
    const auto fonts = std::make_shared<const printing::FontSet>(printing::FontSet::load(templatesFolder() / "fonts"));
    const auto comparison = printing::compareVersions(*before, *after, fonts);
    if (!comparison) return comparison.refusal();
    auto drawn = drawPlaced(comparison->document);
    if (!drawn) return drawn.refusal();
    return told(std::move(drawn).value(), comparison->changes);
}

}  // namespace issuance
