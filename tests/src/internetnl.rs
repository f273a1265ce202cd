//! What [internet.nl](https://internet.nl/faqs/appsecpriv/) asks of the headers of a site, as its check
//! `HeaderCheckerContentSecurityPolicy` of July 2026 was seen to judge: the verdicts in the tests below are its own.

/// The faults of a policy; none when it passes.
pub fn policy_faults(policy: &str) -> Vec<String> {
    let directives: Vec<(&str, Vec<&str>)> = policy
        .split(';')
        .filter_map(|directive| {
            let mut words = directive.split_whitespace();
            Some((words.next()?, words.collect()))
        })
        .collect();
    let mut faults: Vec<String> = ["default-src", "base-uri", "form-action", "frame-ancestors"]
        .into_iter()
        .filter(|needed| !directives.iter().any(|(name, _)| name == needed))
        .map(|needed| format!("{needed} is absent"))
        .collect();
    for (name, values) in &directives {
        let own = ["'self'", "'none'"].iter().any(|own| values.contains(own));
        if matches!(*name, "default-src" | "base-uri" | "form-action" | "frame-ancestors") && !own {
            faults.push(format!("{name} has neither 'self' nor 'none'"));
        }
        if *name == "base-uri" && values.len() > 1 {
            faults.push(format!("{name} has more than one value"));
        }
        faults.extend(values.iter().filter_map(|value| fault(name, value)));
    }
    faults
}

fn fault(name: &str, value: &str) -> Option<String> {
    let runs = matches!(name, "default-src" | "script-src" | "object-src");
    let wrong = match value {
        "'unsafe-inline'" | "'unsafe-eval'" | "'unsafe-hashes'" | "*" | "http:" | "https:" => true,
        "data:" => runs || name == "frame-ancestors",
        "blob:" => false,
        _ if value.starts_with('\'') => false,
        host => !host.starts_with("https://"),
    };
    wrong.then(|| format!("{name} has {value}"))
}

#[cfg(test)]
mod tests {
    use super::policy_faults;

    const REST: &str = "default-src 'self'; base-uri 'self'; form-action 'self'";

    #[test]
    fn what_it_passes_has_no_fault() {
        for policy in [
            "frame-ancestors 'self'; script-src 'self' 'wasm-unsafe-eval'",
            "frame-ancestors 'self'; script-src 'self' https://widgets.example.nl 'wasm-unsafe-eval'",
            "frame-ancestors 'self'; img-src 'self' data:",
            "frame-ancestors 'self' https://www.amsterdam.nl https://*.utrecht.nl",
        ] {
            assert_eq!(policy_faults(&format!("{REST}; {policy}")), Vec::<String>::new(), "{policy}");
        }
    }

    #[test]
    fn what_it_fails_has_a_fault() {
        for policy in [
            "frame-ancestors 'self'; style-src 'unsafe-inline'",
            "frame-ancestors 'self'; script-src 'unsafe-eval'",
            "frame-ancestors 'self'; script-src data:",
            "frame-ancestors 'self'; script-src widgets.example.nl",
            "frame-ancestors *",
            "frame-ancestors 'self' https:",
            "frame-ancestors https://www.amsterdam.nl",
            "img-src 'self'",
        ] {
            assert!(!policy_faults(&format!("{REST}; {policy}")).is_empty(), "{policy}");
        }
    }
}
