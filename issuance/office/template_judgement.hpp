// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/judgements.hpp"

namespace issuance {

base::Result<contract::TemplateWasChecked> judgeTemplate(const contract::TemplateCheck& request);
base::Result<contract::TemplateWasDrawn> previewTemplate(const contract::TemplatePreview& request);
base::Result<contract::TemplateWasDrawn> diffTemplates(const contract::TemplateDiff& request);

}  // namespace issuance
