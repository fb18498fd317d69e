// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/noticestack.h"

#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostNotices = 3;

} // namespace

NoticeStack::NoticeStack(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
}

void NoticeStack::add(Notice notice)
{
    const auto at = std::find_if(m_shown.begin(), m_shown.end(),
                                 [&](const Shown &shown) { return shown.key == notice.key; });
    QWidget *bar = makeBar(notice);
    if (at != m_shown.end()) { // it keeps its place
        delete m_layout->replaceWidget(at->bar, bar);
        at->bar->hide();
        at->bar->deleteLater(); // it may be its own button that asks for this
        *at = {notice.key, notice.text, bar};
        return;
    }
    while (m_shown.size() >= mostNotices)
        remove(m_shown.front().key);
    m_layout->addWidget(bar);
    m_shown.push_back({notice.key, notice.text, bar});
    show();
}

void NoticeStack::remove(const QString &key)
{
    const auto at =
        std::find_if(m_shown.begin(), m_shown.end(), [&](const Shown &shown) { return shown.key == key; });
    if (at == m_shown.end())
        return;
    at->bar->hide();
    at->bar->deleteLater(); // it may be its own button that asks for this
    m_shown.erase(at);
    setVisible(!m_shown.empty());
}

QStringList NoticeStack::texts() const
{
    QStringList texts;
    for (const Shown &shown : m_shown)
        texts << shown.text;
    return texts;
}

QWidget *NoticeStack::makeBar(const Notice &notice)
{
    auto *bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto *sign = new QLabel;
    sign->setPixmap(severityIcon(notice.severity, Tone::Accent).pixmap(16));
    auto *text = new QLabel(notice.text);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setIcon(icon(Sign::Close, Tone::Dim));
    close->setToolTip(tr("Close this notice"));
    close->setAccessibleName(tr("Close this notice"));
    connect(close, &QToolButton::clicked, this, [this, key = notice.key] { remove(key); });
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(sign, 0, Qt::AlignVCenter);
    layout->addWidget(text, 1);
    for (const NoticeAction &action : notice.actions) {
        auto *button = new QPushButton(action.label);
        connect(button, &QPushButton::clicked, this, [this, key = notice.key, run = action.run] {
            remove(key);
            run();
        });
        layout->addWidget(button);
    }
    layout->addWidget(close);
    return bar;
}

} // namespace sf
