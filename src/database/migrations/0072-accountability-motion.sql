-- One motion approves one accountability report.
create unique index accountability_one_per_motion on planning.accountability (motion) where motion is not null;
