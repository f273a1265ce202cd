//! The communities of schools: the list, and the page of each.

use crate::publish::page::{Page, Room};
use crate::publish::record::{certainty, count, date};
use crate::publish::site::{File, Release};
use geodata::contract::{Community, CommunityStatus};
use maud::html;

const ROOT: &str = "../../";

pub fn all<'a>(release: &'a Release) -> impl Iterator<Item = &'a Community> {
    release.exports.communities.iter().flat_map(|document| &document.communities)
}

pub fn list(release: &Release) -> File {
    let content = html! {
        section class="w t" {
            h1 { "Communities" }
            p class="lede" { "Scholen die van elkaar leren rond één onderwerp." }
            h2 { (count(all(release).count(), "community", "communities")) }
            @for community in all(release) {
                article class="item" {
                    h3 { a href={ (community.id) "/" } { (community.naam) } }
                    p { (community.onderwerp.nl) "." }
                    p class="m" { (status(community.status)) ", " (date(&community.peildatum)) }
                }
            }
        }
    };
    Page::new("community/", "Communities", "De communities van de Gelijke Kansen Alliantie.", content)
        .room(Room::Alliantie)
        .file(release)
}

pub fn page(release: &Release, community: &Community) -> File {
    let content = html! {
        section class="w t" {
            h1 { (community.naam) }
            p class="lede" { (community.onderwerp.nl) "." }
            dl {
                dt { "Stand" } dd { (status(community.status)) " op " (date(&community.peildatum)) }
                @if let Some(scholen) = community.scholen { dt { "Scholen" } dd { (scholen) } }
                @if !community.gemeenten.is_empty() { dt { "Gemeenten" } dd { (release.gemeenten(&community.gemeenten, ROOT)) } }
                @if !community.uitbreiding.is_empty() { dt { "Zou erbij komen" } dd { (release.gemeenten(&community.uitbreiding, ROOT)) } }
                @if !community.sectoren.is_empty() { dt { "Sectoren" } dd { (release.sectoren(&community.sectoren, ROOT)) } }
                @if !community.themas.is_empty() {
                    dt { "Thema’s" }
                    dd { @for (position, id) in community.themas.iter().enumerate() { @if position > 0 { ", " } (release.thema(id, ROOT)) } }
                }
                @if !community.partners.is_empty() { dt { "Partners" } dd { (community.partners.join(", ")) } }
            }
            @if let Some(more) = &community.toelichting { p { (more) } }
            @if let Some(doubt) = certainty(None, community.zekerheid) { p class="m" { (doubt) } }
            p class="m" { (release.sources(&community.bronnen)) }
            p { a href="../" { "Alle communities" } }
        }
    };
    Page::new(&format!("community/{}/", community.id), &community.naam, &community.onderwerp.nl, content)
        .room(Room::Alliantie)
        .file(release)
}

fn status(status: CommunityStatus) -> &'static str {
    match status {
        CommunityStatus::Actief => "werkt",
        CommunityStatus::InOprichting => "in oprichting",
        CommunityStatus::Aangekondigd => "aangekondigd",
    }
}
