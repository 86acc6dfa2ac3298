//! JSON against a JSON Schema, as far as the schemas here go: a keyword that is not known fails, so that none is passed
//! over in silence. The crates that know all of them take as long to build as the rest of the tests.

use serde_json::Value;

/// What does not meet the schema, each with its place.
pub fn errors(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    check(schema, schema, value, "", &mut out);
    out
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    let rules = match schema {
        Value::Object(rules) => rules,
        Value::Bool(true) => return,
        other => return out.push(format!("{at}: not allowed by {other}")),
    };
    for (keyword, rule) in rules {
        if !meets(root, schema, (keyword, rule), value, at, out) {
            out.push(format!("{at}: {keyword} {rule}: {}", value.to_string().chars().take(80).collect::<String>()));
        }
    }
}

/// Whether one keyword holds; what is wrong within the value goes to `out`.
fn meets(
    root: &Value,
    schema: &Value,
    (keyword, rule): (&str, &Value),
    value: &Value,
    at: &str,
    out: &mut Vec<String>,
) -> bool {
    let fitting = || list(rule).iter().filter(|s| fits(root, s, value)).count();
    let size = || usize::try_from(rule.as_u64().expect("a size")).expect("a size");
    match keyword {
        // Patterns are of ids that are not written, formats of URIs that a test of their own looks at.
        "$schema" | "id" | "title" | "description" | "default" | "format" | "pattern" | "definitions" | "$defs" => true,
        "$ref" => {
            let target = root.pointer(rule.as_str().expect("a path").trim_start_matches('#')).expect("a definition");
            check(root, target, value, at, out);
            true
        }
        "type" if rule.is_array() => list(rule).iter().any(|r| is(r, value)),
        "type" => is(rule, value),
        "enum" => list(rule).contains(value),
        "const" => rule == value,
        "anyOf" => fitting() > 0,
        "oneOf" => fitting() == 1,
        "minimum" => value.as_f64().is_none_or(|n| n >= rule.as_f64().expect("a number")),
        "maximum" => value.as_f64().is_none_or(|n| n <= rule.as_f64().expect("a number")),
        "minItems" => value.as_array().is_none_or(|v| v.len() >= size()),
        "maxItems" => value.as_array().is_none_or(|v| v.len() <= size()),
        "uniqueItems" => list(value).iter().enumerate().all(|(n, item)| !list(value)[..n].contains(item)),
        "required" => !value.is_object() || list(rule).iter().all(|f| value.get(f.as_str().expect("a name")).is_some()),
        "items" => {
            list(value).iter().enumerate().for_each(|(n, item)| check(root, rule, item, &format!("{at}/{n}"), out));
            true
        }
        "properties" | "additionalProperties" => {
            let named = |name: &str| schema.get("properties").and_then(|p| p.get(name));
            for (name, field) in value.as_object().into_iter().flatten() {
                let rule = if keyword == "properties" { named(name) } else { named(name).is_none().then_some(rule) };
                rule.into_iter().for_each(|rule| check(root, rule, field, &format!("{at}/{name}"), out));
            }
            true
        }
        other => panic!("the keyword {other} is not known here"),
    }
}

fn fits(root: &Value, schema: &Value, value: &Value) -> bool {
    let mut out = Vec::new();
    check(root, schema, value, "", &mut out);
    out.is_empty()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known here"),
    }
}
